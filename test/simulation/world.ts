import {
  type Context,
  type CustomerContext,
  createContext,
  type PartnerContext,
} from "../../app/context.server";
import type { Variables } from "../../app/env.server";
import { Refusal, UpstreamFailure } from "../../app/errors";
import { ENGLISH } from "../../app/i18n/wording";
import { portalOrigin } from "../../app/portals/site";
import type { RefundPolicy } from "../../app/refunds/reversal";
import { type Database, openDatabase } from "../../db/client.server";
import type { Customer } from "../../db/portals.server";
import type { Session } from "../../db/sessions.server";
import type { Inbox } from "../../dev/inbox/inbox";
import { faults } from "./faults";
import { DatabaseFault, faultyDatabase } from "./faulty-database";
import { faultyWallets } from "./faulty-wallets";
import { Post } from "./post";
import { Random } from "./random";
import { openShop, type Shop } from "./shop";
import type { SimulatedWallet } from "./simulated-wallet";
import { StripeSide } from "./stripe-side";
import { emptyTranscript } from "./transcript";
import type { WalletContents } from "./wallet-contents";

export interface SimulationBindings extends Variables {
  DB: D1Database;
  WALLET: DurableObjectNamespace<SimulatedWallet>;
  STRIPE: DurableObjectNamespace;
  INBOX: DurableObjectNamespace<Inbox>;
}

/** A page of Stripe's that a customer was sent to. */
export interface Checkout {
  customer: Customer;
  shop: Shop;
  sessionId: string;
  purchaseId: string;
  /** The payment with which it was paid, or null when it is not paid. */
  paidBy: string | null;
  /** Whether it can be paid. */
  isOpen: boolean;
}

const CURRENCIES = ["usd", "eur", "jpy"];
export const POLICIES: readonly RefundPolicy[] = ["manual", "available", "full"];

const someWishes = (random: Random) => ({
  currency: random.oneOf(CURRENCIES)!,
  refundPolicy: random.oneOf(POLICIES)!,
});

/** Who is signed in here came by no sign-in. */
const SESSION: Session = {
  tokenHash: "",
  realm: "platform",
  subjectId: "",
  id: "",
  userAgent: "",
  createdAt: 0,
  lastSeenAt: 0,
  expiresAt: 0,
  previewedBy: null,
  openedFrom: null,
};

/** One seed's partners, customers, Stripe and post, with everything that was said in it. */
export class World {
  readonly record = emptyTranscript();
  readonly checkouts: Checkout[] = [];
  /** Paid by bank debit, and the bank has not decided yet. */
  readonly debits: Checkout[] = [];
  /** What Topup's verbs are given, faults and all. */
  readonly context: Context;
  /** D1 as it is, without faults. */
  readonly db: Database;
  readonly #background: Promise<unknown>[] = [];

  private constructor(
    readonly bindings: SimulationBindings,
    readonly random: Random,
    readonly stripe: StripeSide,
    readonly post: Post,
    /** The first sells; the second is another partner of the platform, with customers and thoughts of its own. */
    readonly shops: [Shop, Shop],
    readonly log: string[],
  ) {
    const { DB, WALLET, ...variables } = bindings;
    this.db = openDatabase(DB);
    this.context = createContext(
      { ...variables, DB: faultyDatabase(DB), WALLET: faultyWallets(WALLET) },
      (work) => this.#background.push(work.catch((error) => this.log.push(`  in the background: ${error}`))),
    );
  }

  static async open(
    bindings: SimulationBindings,
    seed: number,
    standIn: DurableObjectStub,
    log: string[],
  ): Promise<World> {
    const random = new Random(seed);
    const db = openDatabase(bindings.DB);
    const shops: [Shop, Shop] = [
      await openShop(db, { ...someWishes(random), customerCount: random.between(1, 3) }),
      await openShop(db, { ...someWishes(random), customerCount: 1 }),
    ];
    const stripe = new StripeSide(standIn);
    await stripe.open(shops.map(({ account }) => account.accountId));
    const world = new World(bindings, random, stripe, new Post(stripe), shops, log);
    for (const { partner } of shops) world.record.policies.set(partner.id, new Set([partner.refundPolicy]));
    return world;
  }

  get customers(): Customer[] {
    return this.shops.flatMap((shop) => shop.customers);
  }

  shopOf({ partnerId }: Customer): Shop {
    const [first, second] = this.shops;
    return first.partner.id === partnerId ? first : second;
  }

  asCustomer(customer: Customer): CustomerContext {
    const { partner, portal, account } = this.shopOf(customer);
    const origin = portalOrigin(this.context.settings, portal);
    return {
      ...this.context,
      partner,
      portal,
      origin,
      account,
      customer,
      session: SESSION,
      wording: ENGLISH,
      preview: null,
    };
  }

  asPartner({ partner, account, member }: Shop): PartnerContext {
    return { ...this.context, partner, account, member, session: SESSION };
  }

  /** The wallet as it is, without faults. */
  wallet(customerId: string): DurableObjectStub<SimulatedWallet> {
    const { WALLET } = this.bindings;
    return WALLET.get(WALLET.idFromName(customerId));
  }

  /** What the wallet holds. Something in the background may reset it meanwhile, so it is asked once more. */
  async contentsOf(customerId: string): Promise<WalletContents> {
    return this.wallet(customerId)
      .contents()
      .catch(() => this.wallet(customerId).contents());
  }

  /** Runs the alarm of every wallet in which it is due, and says whether none is set after that. */
  async ringAlarms(): Promise<boolean> {
    let isQuiet = true;
    for (const { id } of this.customers) {
      const isSet = await this.wallet(id).ring().catch(cutOff);
      if (isSet) isQuiet = false;
    }
    return isQuiet;
  }

  /** What a verb answers, or null when it refused or an injected fault stopped it. Anything else is a surprise. */
  async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!isExplained(error)) this.record.surprises.push(describe(error));
      this.log.push(`  ${describe(error)}`);
      return null;
    }
  }

  async finishBackground(): Promise<void> {
    await Promise.all(this.#background.splice(0));
  }
}

/** A wallet that is reset in its alarm keeps it. */
const cutOff = () => true;

function isExplained(error: unknown): boolean {
  if (error instanceof Refusal) return true;
  if (error instanceof UpstreamFailure || error instanceof DatabaseFault) return faults.hasStruck;
  return error instanceof Error && error.cause !== undefined && isExplained(error.cause);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const message = error.message.split("\n", 1)[0];
  return `${error.name}: ${message}${error.cause === undefined ? "" : ` ← ${describe(error.cause)}`}`;
}
