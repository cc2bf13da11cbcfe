import type Stripe from "stripe";
import { parameterInvalid, refused } from "../http/api-error";
import { newId } from "../ids";
import { formatMoney, share_minor } from "../money";
import { buildBalanceTransaction } from "../objects/balance-transaction";
import { buildRefund } from "../objects/refund";
import { PLATFORM } from "../platform";
import type { Scope } from "../scope";
import { findTestCard } from "./test-cards";

export interface RefundTerms {
  amount?: number | undefined;
  reason?: Stripe.Refund["reason"] | undefined;
  metadata?: Record<string, string> | undefined;
  refund_application_fee?: boolean | undefined;
  /** What becomes of it; by default what the test card says. */
  outcome?: RefundOutcome | undefined;
}

export type RefundOutcome = "succeeds" | "fails" | "pending";

/** How long a refund takes that ends by itself. */
const ENDS_AFTER_S = 2;

export function refundCharge(scope: Scope, charge: Stripe.Charge, terms: RefundTerms): Stripe.Refund {
  const amount = terms.amount ?? charge.amount - charge.amount_refunded;
  requireRefundable(charge, amount);
  const outcome = terms.outcome ?? outcomeOfCard(scope, charge);
  const refund: Stripe.Refund = buildRefund(scope, charge, {
    amount,
    metadata: terms.metadata ?? {},
    reason: terms.reason ?? null,
    status: outcome === "pending" ? "pending" : "succeeded",
  });
  refund.balance_transaction = move(scope, refund, "refund", -amount).id;
  scope.insert("refund", refund, { ends: outcome === "fails" ? "failed" : "as_it_is" });
  // As with Stripe's own test cards, a refund that fails looks well at first.
  if (outcome === "fails") scope.world.objects.setDue(refund.id, scope.now_s + ENDS_AFTER_S);
  const refundedCharge = scope.save("charge", withRefunded(charge, charge.amount_refunded + amount));
  scope.emit("refund.created", refund);
  scope.emit("charge.refunded", refundedCharge, {
    amount_refunded: charge.amount_refunded,
    ...(refundedCharge.refunded ? { refunded: false } : {}),
    receipt_url: null,
  });
  if (terms.refund_application_fee) returnApplicationFee(scope, charge, amount);
  return refund;
}

function requireRefundable(charge: Stripe.Charge, amount: number): void {
  if (charge.status !== "succeeded") {
    throw refused(`This charge cannot be refunded: its status is ${charge.status}.`, { param: "charge" });
  }
  if (charge.refunded) {
    throw refused(`Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" });
  }
  if (amount < 1) throw parameterInvalid("amount", "Invalid positive integer", "parameter_invalid_integer");
  const left = charge.amount - charge.amount_refunded;
  if (amount <= left) return;
  const asked = formatMoney(amount, charge.currency);
  const available = formatMoney(left, charge.currency);
  throw refused(`Refund amount (${asked}) is greater than unrefunded amount on charge (${available})`, {
    param: "amount",
  });
}

function outcomeOfCard(scope: Scope, charge: Stripe.Charge): RefundOutcome {
  const method = scope.find("payment_method", String(charge.payment_method));
  const instrument = method?.hidden.instrument;
  if (instrument?.type !== "card") return "succeeds";
  const after = findTestCard(instrument.number)?.after;
  if (after === "refund_fails") return "fails";
  return after === "refund_pends" ? "pending" : "succeeds";
}

/** A pending refund has reached the customer. */
export function completeRefund(scope: Scope, id: string): Stripe.Refund {
  const { body: refund } = scope.get("refund", id);
  if (refund.status !== "pending") throw refused(`This refund is ${refund.status}, not pending.`);
  scope.world.objects.setDue(id, null);
  const completed = scope.save("refund", { ...refund, status: "succeeded" });
  scope.emit("refund.updated", completed, { status: "pending" });
  return completed;
}

/** The bank sent the money back: the charge counts as not refunded by this amount. */
export function failRefund(scope: Scope, id: string): Stripe.Refund {
  const { body: refund } = scope.get("refund", id);
  if (refund.status === "failed" || refund.status === "canceled")
    throw refused(`This refund is ${refund.status}.`);
  scope.world.objects.setDue(id, null);
  const failed = scope.save("refund", {
    ...refund,
    status: "failed",
    failure_reason: "expired_or_canceled_card",
    failure_balance_transaction: move(scope, refund, "refund_failure", refund.amount).id,
  });
  const { body: charge } = scope.get("charge", String(refund.charge));
  const restored = scope.save("charge", withRefunded(charge, charge.amount_refunded - refund.amount));
  scope.emit("refund.updated", failed, { status: refund.status });
  scope.emit("refund.failed", failed);
  scope.emit("charge.updated", restored, {
    amount_refunded: charge.amount_refunded,
    refunded: charge.refunded,
  });
  return failed;
}

export function updateRefund(scope: Scope, id: string, metadata: Record<string, string>): Stripe.Refund {
  const { body: refund } = scope.get("refund", id);
  const updated = scope.save("refund", { ...refund, metadata: { ...refund.metadata, ...metadata } });
  scope.emit("refund.updated", updated, { metadata: refund.metadata });
  // For some payment methods Stripe still tells it under the older name as well.
  scope.emit("charge.refund.updated", updated, { metadata: refund.metadata });
  return updated;
}

/** The platform gives back its share, in proportion to what the customer got back. */
function returnApplicationFee(scope: Scope, charge: Stripe.Charge, amount: number): void {
  if (charge.application_fee === null) {
    throw refused("This charge has no application fee to refund.", { param: "refund_application_fee" });
  }
  const platform = scope.on(PLATFORM);
  const { body: fee } = platform.get("application_fee", String(charge.application_fee));
  refundApplicationFee(platform, fee, share_minor(fee.amount, amount, charge.amount), {});
}

export function refundApplicationFee(
  platform: Scope,
  fee: Stripe.ApplicationFee,
  amount: number,
  metadata: Record<string, string>,
): Stripe.FeeRefund {
  if (amount < 1 || amount > fee.amount - fee.amount_refunded) {
    throw refused("Refund amount is greater than the unrefunded amount of the application fee.", {
      param: "amount",
    });
  }
  const refund: Stripe.FeeRefund = {
    id: newId("fr_"),
    object: "fee_refund",
    amount,
    balance_transaction: null,
    created: platform.now_s,
    currency: fee.currency,
    fee: fee.id,
    metadata,
  };
  const returned = platform.save("application_fee", {
    ...fee,
    amount_refunded: fee.amount_refunded + amount,
    refunded: fee.amount_refunded + amount === fee.amount,
    refunds: { ...fee.refunds, data: [refund, ...fee.refunds.data] },
  });
  platform.emit("application_fee.refunded", returned, { amount_refunded: fee.amount_refunded });
  return refund;
}

function withRefunded(charge: Stripe.Charge, amount_refunded: number): Stripe.Charge {
  return { ...charge, amount_refunded, refunded: amount_refunded === charge.amount };
}

function move(scope: Scope, refund: Stripe.Refund, type: "refund" | "refund_failure", amount: number) {
  const movement = buildBalanceTransaction(scope, {
    type,
    reporting_category: type,
    amount,
    currency: refund.currency,
    source: refund.id,
    description: type === "refund" ? "REFUND FOR CHARGE" : "REFUND FAILURE",
  });
  scope.insert("balance_transaction", movement, null);
  return movement;
}
