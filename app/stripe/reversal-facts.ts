import type Stripe from "stripe";
import type { DisputeFacts, RefundFacts } from "../refunds/reversal";

/** The refunds and disputes of one payment. */
export interface PaymentReversals {
  refunds: RefundFacts[];
  disputes: DisputeFacts[];
}

/** What a refund says, or null when it belongs to no payment intent and so to no purchase of ours. */
export function refundFacts({ id, amount, payment_intent, status }: Stripe.Refund): RefundFacts | null {
  const paymentIntentId = idOf(payment_intent);
  if (!paymentIntentId) return null;
  const isOver = status === "succeeded" || status === "failed" || status === "canceled";
  // A refund that requires an action of the customer is under way, like a pending one.
  return { refundId: id, paymentIntentId, amountMinor: amount, status: isOver ? status : "pending" };
}

/** What a dispute says, or null when it belongs to no payment intent. */
export function disputeFacts(dispute: Stripe.Dispute, eventType = ""): DisputeFacts | null {
  const paymentIntentId = idOf(dispute.payment_intent);
  if (!paymentIntentId) return null;
  const { id, amount, status } = dispute;
  return {
    disputeId: id,
    paymentIntentId,
    amountMinor: amount,
    status,
    moves: movesOf(dispute, eventType),
  };
}

/**
 * How often the money of a dispute moved. Its balance transactions say so, each one a move; an event or a status that
 * tells of a move counts for it, should they be missing.
 */
function movesOf({ status, balance_transactions }: Stripe.Dispute, eventType: string): number {
  const listed = balance_transactions?.length ?? 0;
  if (status === "lost") return nextWith(1, listed);
  if (status === "won") return nextWith(0, Math.max(2, listed));
  if (eventType === "charge.dispute.funds_withdrawn") return nextWith(1, listed);
  if (eventType === "charge.dispute.funds_reinstated") return nextWith(0, Math.max(2, listed));
  return listed;
}

/** The least number of moves, not below `moves`, after which the money is out (1) or back (0). */
const nextWith = (remainder: 0 | 1, moves: number): number => (moves % 2 === remainder ? moves : moves + 1);

const idOf = (named: string | { id: string } | null): string | null =>
  typeof named === "string" ? named : (named?.id ?? null);
