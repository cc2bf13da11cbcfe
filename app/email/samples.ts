import type { EntryFacts, PurchaseFacts } from "../../db/email-facts.server";
import type { Facts } from "./kinds";

/** Figures of nobody, for a partner who looks at what its customers get. */
export function sampleFacts(at: number, currency: string): Facts {
  const purchase = samplePurchase(at, currency);
  const entry = (amountMicros: number, note: string) => sampleEntry(at, amountMicros, note);
  return {
    receipt: { purchase, entry: entry(1_000_000_000, purchase.planName), wasProcessing: false },
    payment_processing: { purchase },
    payment_failed: { purchase },
    refund_recorded: {
      purchase,
      refundedMinor: purchase.priceMinor,
      takenMicros: 1_000_000_000,
      balanceMicros: 250_000_000,
    },
    credits_removed: { entry: entry(-1_000_000_000, "Refunded as agreed") },
    credits_returned: { entry: entry(1_000_000_000, "As agreed") },
    low_credits: { balanceMicros: 42_500_000, at },
    credits_used_up: { balanceMicros: 0, at },
    credits_added: { entry: entry(50_000_000, "A gift for the delay") },
    credits_deducted: { entry: entry(-12_500_000, "Correction of last week") },
    invitation: {},
    member_invitation: { partnerName: "Acme Agents", invitedBy: "Olivia Park" },
    sign_in: { code: "123456", token: "of-nobody" },
    member_sign_in: { code: "123456", token: "of-nobody" },
  };
}

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
