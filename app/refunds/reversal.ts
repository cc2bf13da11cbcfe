/**
 * Money that went back to the customer, as Stripe's own refund and dispute objects say it. What a purchase owes in
 * credits follows from the set of them alone, so their events may arrive in any order and any number.
 */

export interface RefundFacts {
  refundId: string;
  paymentIntentId: string;
  amountMinor: number;
  /** `pending` counts as refunded, as Stripe counts it; the money of a failed or canceled one came back. */
  status: "pending" | "succeeded" | "failed" | "canceled";
}

export interface DisputeFacts {
  disputeId: string;
  paymentIntentId: string;
  amountMinor: number;
  /** Stripe's own word: `needs_response`, `under_review`, `won`, `lost`, `warning_needs_response` … */
  status: string;
  /** How often its money moved: out at the first, back at the second. An inquiry moves none. */
  moves: number;
}

/** What Stripe says of one payment that was refunded or disputed, and the partner's policy at that moment. */
export interface ReversalReport {
  purchaseId: string;
  accountId: string;
  livemode: boolean;
  paymentIntentId: string;
  policy: RefundPolicy;
  refunds: RefundFacts[];
  disputes: DisputeFacts[];
}

/**
 * What becomes of credits when their money goes back: `manual` waits for a person, `available` takes what is left
 * of them, `full` takes all of them, below zero if need be.
 */
export type RefundPolicy = "manual" | "available" | "full";

export interface ReversedMoney {
  refundedMinor: number;
  disputedMinor: number;
}

const REFUND_AGE: Record<RefundFacts["status"], number> = {
  pending: 0,
  succeeded: 1,
  failed: 2,
  canceled: 2,
};

/** The later one of two descriptions of a refund, whichever arrived first. */
export const laterRefund = (known: RefundFacts, told: RefundFacts): RefundFacts =>
  REFUND_AGE[told.status] > REFUND_AGE[known.status] ? told : known;

/** The later one of two descriptions of a dispute: its money has moved more often, or it has got further. */
export function laterDispute(known: DisputeFacts, told: DisputeFacts): DisputeFacts {
  if (told.moves !== known.moves) return told.moves > known.moves ? told : known;
  return progress(told.status) > progress(known.status) ? told : known;
}

function progress(status: string): number {
  if (/^(won|lost|warning_closed|prevented)$/.test(status)) return 2;
  return status.endsWith("under_review") ? 1 : 0;
}

export const isRefunded = ({ status }: RefundFacts): boolean =>
  status === "pending" || status === "succeeded";

export const isWithdrawn = ({ moves }: DisputeFacts): boolean => moves % 2 === 1;

/** The money that is back with the customer, of the payment that paid this purchase. */
export function reversedMoney(
  paymentIntentId: string | null,
  refunds: readonly RefundFacts[],
  disputes: readonly DisputeFacts[],
): ReversedMoney {
  const isOurs = (facts: { paymentIntentId: string }) => facts.paymentIntentId === paymentIntentId;
  return {
    refundedMinor: sum(refunds.filter(isOurs).filter(isRefunded)),
    disputedMinor: sum(disputes.filter(isOurs).filter(isWithdrawn)),
  };
}

const sum = (facts: { amountMinor: number }[]) =>
  facts.reduce((total, { amountMinor }) => total + amountMinor, 0);

/**
 * The credits that belong to money which went back: the same share of the credits as of what was paid, rounded half
 * up, and never more than were granted. Computed from the cumulative amount, so that three thirds are the whole.
 */
export function reversedMicros(
  { creditsMicros, paidMinor }: { creditsMicros: number; paidMinor: number },
  { refundedMinor, disputedMinor }: ReversedMoney,
): number {
  const reversed = BigInt(Math.min(paidMinor, refundedMinor + disputedMinor));
  const paid = BigInt(paidMinor);
  return Number((2n * BigInt(creditsMicros) * reversed + paid) / (2n * paid));
}
