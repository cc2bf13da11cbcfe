import { type DisputeFacts, isRefunded, isWithdrawn, type RefundFacts } from "../refunds/reversal";

/** What a wallet notes at an entry that it makes by itself: the refunds and disputes because of which it does. */
export function reversalNote(refunds: readonly RefundFacts[], disputes: readonly DisputeFacts[]): string {
  const told = [
    ...refunds.map((refund) => `Refund ${refund.refundId}${isRefunded(refund) ? "" : ` ${refund.status}`}`),
    ...disputes.map(
      (dispute) => `Dispute ${dispute.disputeId}${isWithdrawn(dispute) ? "" : ` ${dispute.status}`}`,
    ),
  ];
  return told.join(", ");
}

/** Whether such a note names this refund. */
export const namesRefund = (note: string, { refundId }: Pick<RefundFacts, "refundId">): boolean =>
  note.split(/[ ,]+/).includes(refundId);
