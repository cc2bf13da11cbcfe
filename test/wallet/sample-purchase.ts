import type { CheckoutReport, Purchase, PurchaseState } from "../../app/wallet/purchase";
import { NOW } from "../sample-time";

/** A Starter Pack for $49 that waits at Stripe; `changes` say what is different this time. */
export const samplePurchase = (changes: Partial<Purchase> = {}): Purchase => ({
  purchaseId: "purchase_01k9zx3m8ye4rtqf5c6h7j8k9m",
  partnerId: "partner_acme",
  customerId: "customer_ana",
  planId: "plan_starter",
  planVersion: 1,
  planName: "Starter Pack",
  creditsMicros: 1_000_000_000,
  priceMinor: 4900,
  currency: "usd",
  platformFeeMinor: 122,
  accountId: "acct_acme",
  livemode: false,
  state: "open",
  checkoutSessionId: "cs_test_1",
  checkoutUrl: "https://checkout.stripe.com/c/pay/cs_test_1",
  paymentIntentId: null,
  paidMinor: null,
  failureCode: null,
  failureMessage: null,
  openedAt: NOW,
  creditedAt: null,
  revision: 1,
  ...changes,
});

/** What Stripe says when exactly that purchase was paid. */
export const sampleReport = (changes: Partial<CheckoutReport> = {}): CheckoutReport => ({
  purchaseId: "purchase_01k9zx3m8ye4rtqf5c6h7j8k9m",
  accountId: "acct_acme",
  livemode: false,
  sessionId: "cs_test_1",
  amountMinor: 4900,
  currency: "usd",
  paymentIntentId: "pi_1",
  payment: "paid",
  failure: null,
  ...changes,
});

/** Every state that a purchase can be in. */
export const STATES: PurchaseState[] = [
  "created",
  "open",
  "processing",
  "credited",
  "failed",
  "expired",
  "quarantined",
];

/** Everything that Stripe can say of a checkout. */
export const PAYMENTS: CheckoutReport["payment"][] = [
  "open",
  "processing",
  "paid",
  "not_required",
  "failed",
  "expired",
];
