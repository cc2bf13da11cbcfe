import Stripe from "stripe";
import type { Settings } from "../env.server";
import type { CheckoutReport, Purchase } from "../wallet/purchase";
import { type NewAccount, onboardingUrl, openAccount, readAccount } from "./account-calls.server";
import {
  type CreateCheckoutResult,
  createCheckout,
  expireCheckout,
  readCheckout,
} from "./checkout-calls.server";
import type { CheckoutRequest } from "./checkout-request";
import type { AccountFacts } from "./connected-account";
import {
  type CreatedWithin,
  type ListedCheckout,
  type ListedReversal,
  listCheckouts,
  listDisputes,
  listRefunds,
  type StripePage,
} from "./list-calls.server";
import type { PaymentAddress } from "./payment-address";
import { readPaymentAddress, readReceiptUrl, readReversals } from "./payment-calls.server";
import type { PaymentReversals } from "./reversal-facts";

export const STRIPE_API_VERSION = "2026-10-28.endive";

const REQUEST_TIMEOUT_MS = 20_000;

type ListCall<T> = (
  accountId: string,
  created: CreatedWithin,
  after: string | null,
) => Promise<StripePage<T>>;

/** The few calls that Topup makes of Stripe, in Topup's words. Each may be repeated. */
export interface StripeGateway {
  createCheckout(purchase: Purchase, request: CheckoutRequest): Promise<CreateCheckoutResult>;
  /** How a checkout stands now, or null when Stripe knows no such session on that account. */
  readCheckout(accountId: string, sessionId: string): Promise<CheckoutReport | null>;
  /** Ends a checkout before it is paid and says how it stands then, or null when there is nothing left to end. */
  expireCheckout(accountId: string, sessionId: string): Promise<CheckoutReport | null>;
  /** Which purchase a payment says that it is for, or null when Stripe knows no such payment on that account. */
  readPaymentAddress(accountId: string, paymentIntentId: string): Promise<PaymentAddress | null>;
  /** Where Stripe shows its own receipt for a payment, or null when it has none. Asked once, and not for long. */
  readReceiptUrl(accountId: string, paymentIntentId: string): Promise<string | null>;
  /** All refunds and disputes of a payment. */
  readReversals(accountId: string, paymentIntentId: string): Promise<PaymentReversals>;
  /** One page of what an account has, newest first; `after` is where the page before ended. */
  listCheckouts: ListCall<ListedCheckout>;
  listRefunds: ListCall<ListedReversal>;
  listDisputes: ListCall<ListedReversal>;
  openAccount(account: NewAccount): Promise<{ accountId: string; livemode: boolean }>;
  /** The address of Stripe's own pages for what an account still has to tell. Works once and soon expires. */
  onboardingUrl(accountId: string, backUrl: { refresh: string; done: string }): Promise<string>;
  readAccount(accountId: string): Promise<AccountFacts>;
}

export function openStripe(settings: Settings): StripeGateway {
  let client: Stripe | null = null;
  const stripe = () => {
    client ??= connect(settings);
    return client;
  };
  return {
    createCheckout: (...asked) => createCheckout(stripe(), ...asked),
    readCheckout: (accountId, sessionId) => readCheckout(stripe(), accountId, sessionId),
    expireCheckout: (accountId, sessionId) => expireCheckout(stripe(), accountId, sessionId),
    readPaymentAddress: (accountId, intentId) => readPaymentAddress(stripe(), accountId, intentId),
    readReceiptUrl: (accountId, intentId) => readReceiptUrl(stripe(), accountId, intentId),
    readReversals: (accountId, intentId) => readReversals(stripe(), accountId, intentId),
    listCheckouts: (...asked) => listCheckouts(stripe(), ...asked),
    listRefunds: (...asked) => listRefunds(stripe(), ...asked),
    listDisputes: (...asked) => listDisputes(stripe(), ...asked),
    openAccount: (account) => openAccount(stripe(), account),
    onboardingUrl: (accountId, backUrl) => onboardingUrl(stripe(), accountId, backUrl),
    readAccount: (accountId) => readAccount(stripe(), accountId),
  };
}

function connect(settings: Settings): Stripe {
  const base = new URL(settings.STRIPE_API_BASE);
  const protocol = base.protocol === "http:" ? "http" : "https";
  return new Stripe(settings.STRIPE_SECRET_KEY, {
    apiVersion: STRIPE_API_VERSION,
    httpClient: Stripe.createFetchHttpClient(),
    host: base.hostname,
    port: base.port || (protocol === "http" ? "80" : "443"),
    protocol,
    maxNetworkRetries: 2,
    timeout: REQUEST_TIMEOUT_MS,
    telemetry: false,
  });
}
