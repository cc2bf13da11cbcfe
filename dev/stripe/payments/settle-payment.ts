import type Stripe from "stripe";
import { refused } from "../http/api-error";
import type { Scope } from "../scope";
import { collect, paymentError } from "./take-payment";
import type { Decline } from "./test-cards";

const DEBIT_FAILED: Decline = {
  code: "card_declined",
  decline_code: "insufficient_funds",
  message: "The customer's bank account has insufficient funds to complete this payment.",
};

/** A delayed payment has arrived. */
export function settlePayment(scope: Scope, id: string): void {
  const { intent, charge, session } = delayed(scope, id);
  collect(scope, intent, charge);
  if (!session) return;
  const paid = scope.save("checkout.session", { ...session, payment_status: "paid" });
  scope.emit("checkout.session.async_payment_succeeded", paid);
}

/** A delayed payment will not arrive. The session stays complete and unpaid. */
export function failPayment(scope: Scope, id: string): void {
  const { intent, charge, session } = delayed(scope, id);
  const method = scope.get("payment_method", String(charge.payment_method));
  const failed = scope.save("charge", {
    ...charge,
    status: "failed",
    paid: false,
    captured: false,
    amount_captured: 0,
    failure_code: "insufficient_funds",
    failure_message: DEBIT_FAILED.message,
  });
  const refusedIntent = scope.save("payment_intent", {
    ...intent,
    status: "requires_payment_method",
    payment_method: null,
    last_payment_error: paymentError(DEBIT_FAILED, charge.id, method.body),
  });
  scope.emit("charge.failed", failed);
  scope.emit("payment_intent.payment_failed", refusedIntent);
  if (session) scope.emit("checkout.session.async_payment_failed", session);
}

function delayed(scope: Scope, id: string) {
  const { body: intent, hidden } = scope.get("payment_intent", id, "intent");
  if (intent.status !== "processing") {
    throw refused(
      `This PaymentIntent's status is ${intent.status}; only a processing one can settle or fail.`,
    );
  }
  scope.world.objects.setDue(id, null);
  const charge: Stripe.Charge = scope.get("charge", String(intent.latest_charge)).body;
  const session = hidden.session === null ? null : scope.get("checkout.session", hidden.session).body;
  return { intent, charge, session };
}
