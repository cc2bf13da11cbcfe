import type Stripe from "stripe";
import { refused } from "../http/api-error";
import { buildBalanceTransaction } from "../objects/balance-transaction";
import { buildDispute, type DisputeTerms } from "../objects/dispute";
import type { Scope } from "../scope";

const DISPUTE_FEE_MINOR = 1500;

export function openDispute(scope: Scope, intentId: string, terms: DisputeTerms): Stripe.Dispute {
  const { body: intent } = scope.get("payment_intent", intentId, "intent");
  if (intent.status !== "succeeded") throw refused("Only a succeeded payment can be disputed.");
  const { body: charge } = scope.get("charge", String(intent.latest_charge));
  if (charge.disputed) throw refused("This payment is disputed already.");
  const dispute = buildDispute(scope, charge, terms);
  if (!terms.inquiry)
    dispute.balance_transactions = [move(scope, dispute, -dispute.amount, DISPUTE_FEE_MINOR)];
  scope.insert("dispute", dispute, null);
  scope.save("charge", { ...charge, disputed: true });
  scope.emit("charge.dispute.created", dispute);
  if (!terms.inquiry) scope.emit("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** The bank's decision, in the partner's favour or against it. An inquiry just closes. */
export function closeDispute(scope: Scope, id: string, won: boolean): Stripe.Dispute {
  const { body: dispute } = scope.get("dispute", id);
  if (["won", "lost", "warning_closed"].includes(dispute.status))
    throw refused("This dispute is already closed.");
  const inquiry = dispute.status.startsWith("warning_");
  const reinstated = won && !inquiry;
  const closed = scope.save("dispute", {
    ...dispute,
    status: inquiry ? "warning_closed" : won ? "won" : "lost",
    is_charge_refundable: inquiry,
    balance_transactions: [
      ...dispute.balance_transactions,
      ...(reinstated ? [move(scope, dispute, dispute.amount, 0)] : []),
    ],
  });
  scope.emit("charge.dispute.closed", closed, { status: dispute.status });
  if (reinstated) scope.emit("charge.dispute.funds_reinstated", closed);
  return closed;
}

/** Evidence was sent, or notes were taken. */
export function updateDispute(
  scope: Scope,
  id: string,
  change: { metadata?: Record<string, string>; submit?: boolean },
): Stripe.Dispute {
  const { body: dispute } = scope.get("dispute", id);
  const open = dispute.status === "needs_response" || dispute.status === "warning_needs_response";
  const answered = dispute.status === "needs_response" ? "under_review" : "warning_under_review";
  const updated = scope.save("dispute", {
    ...dispute,
    metadata: { ...dispute.metadata, ...change.metadata },
    status: change.submit && open ? answered : dispute.status,
  });
  scope.emit("charge.dispute.updated", updated, { metadata: dispute.metadata, status: dispute.status });
  return updated;
}

function move(scope: Scope, dispute: Stripe.Dispute, amount: number, stripe: number) {
  const movement = buildBalanceTransaction(scope, {
    type: "adjustment",
    reporting_category: amount < 0 ? "dispute" : "dispute_reversal",
    amount,
    currency: dispute.currency,
    source: dispute.id,
    description: amount < 0 ? "Chargeback withdrawal" : "Chargeback reversal",
    fees: { stripe, application: 0 },
  });
  scope.insert("balance_transaction", movement, null);
  return movement;
}
