import type { EntryFacts, PurchaseFacts } from "../../db/email-facts.server";

/** Figures of nobody, for a partner who looks at what its customers get. */
export const samplesAt = (at: number, currency: string) => ({
  at,
  purchase: samplePurchase(at, currency),
  entry: (amountMicros: number, note: string) => sampleEntry(at, amountMicros, note),
});

export type Samples = ReturnType<typeof samplesAt>;

const samplePurchase = (at: number, currency: string): PurchaseFacts["purchase"] => ({
  id: "purchase_01sample0000000000000000000",
  partnerId: "",
  customerId: "",
  planId: "",
  planVersion: 1,
  planName: "Starter Pack",
  creditsMicros: 1_000_000_000,
  priceMinor: 4_900,
  currency,
  platformFeeMinor: 0,
  state: "credited",
  accountId: "",
  livemode: false,
  checkoutSessionId: null,
  paymentIntentId: null,
  paidMinor: 4_900,
  refundedMinor: 4_900,
  disputedMinor: 0,
  failureCode: "generic_decline",
  failureMessage: "Your card was declined.",
  openedAt: at,
  creditedAt: at,
  revision: 1,
});

const sampleEntry = (at: number, amountMicros: number, note: string): EntryFacts["entry"] => ({
  customerId: "",
  seq: 1,
  partnerId: "",
  kind: "",
  amountMicros,
  balanceAfterMicros: 1_250_000_000,
  idempotencyKey: "",
  reference: "",
  actor: "",
  note,
  at,
});
