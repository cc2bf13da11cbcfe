import type { DisputeFacts, RefundFacts } from "../../app/refunds/reversal";

/** A refund of the whole Starter Pack; `changes` say what is different this time. */
export const refundOf = (changes: Partial<RefundFacts> = {}): RefundFacts => ({
  refundId: "re_1",
  paymentIntentId: "pi_1",
  amountMinor: 4_900,
  status: "succeeded",
  ...changes,
});

/** A dispute whose money was withdrawn. */
export const disputeOf = (changes: Partial<DisputeFacts> = {}): DisputeFacts => ({
  disputeId: "du_1",
  paymentIntentId: "pi_1",
  amountMinor: 4_900,
  status: "needs_response",
  moves: 1,
  ...changes,
});
