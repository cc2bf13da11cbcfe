import { type Database, openDatabase } from "../db/client.server";
import type { PartnerMember } from "../db/partners.server";
import type { ConnectedAccount, Customer, Partner, Portal } from "../db/portals.server";
import type { Session } from "../db/sessions.server";
import { readSettings, type Settings, type Variables } from "./env.server";
import type { Wording } from "./i18n/wording";
import { openStripe, type StripeGateway } from "./stripe/gateway.server";
import type { Clock } from "./time";
import { type WalletClient, walletOf } from "./wallet/client.server";
import type { Wallet } from "./wallet/wallet.server";

/** What Cloudflare gives the Worker, as wrangler.toml names it. */
export interface Bindings extends Variables {
  DB: D1Database;
  WALLET: DurableObjectNamespace<Wallet>;
}

/** What every loader, action and verb receives: the world outside the request, and nothing of the request. */
export interface Context {
  db: Database;
  wallet: (customerId: string) => WalletClient;
  stripe: StripeGateway;
  settings: Settings;
  now: Clock;
  /** Lets work go on after the answer, for what nobody waits for. */
  later: (work: Promise<unknown>) => void;
}

/** A context in which a member of a partner is signed in to the dashboard. */
export interface PartnerContext extends Context {
  partner: Partner;
  account: ConnectedAccount | null;
  member: PartnerMember;
  session: Session;
}

/** A context in which a customer is signed in to the portal of their partner. */
export interface CustomerContext extends Context {
  portal: Portal;
  /** The portal's address on the host that the customer is signed in to. */
  origin: string;
  partner: Partner;
  account: ConnectedAccount | null;
  customer: Customer;
  /** Set where a member of the partner looks at the portal as this customer: nothing may be changed then. */
  preview: { by: string } | null;
  wording: Wording;
  session: Session;
}

export function createContext(bindings: Bindings, later: Context["later"]): Context {
  const settings = readSettings(bindings);
  return {
    db: openDatabase(bindings.DB),
    wallet: (customerId) => walletOf(bindings.WALLET, customerId),
    stripe: openStripe(settings),
    settings,
    now: Date.now,
    later,
  };
}
