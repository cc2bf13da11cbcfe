import type Stripe from "stripe";
import type { CheckoutReport, PaymentFailure } from "../wallet/purchase";

/**
 * Says in a wallet's words how a Checkout Session stands, or null when it names no purchase and so was not opened
 * by Topup. What the metadata says is an address only; the wallet compares everything else with its own purchase.
 */
export function reportOf(session: Stripe.Checkout.Session, accountId: string): CheckoutReport | null {
  const purchaseId = session.metadata?.purchase_id;
  if (!purchaseId) return null;

  const intent = typeof session.payment_intent === "object" ? session.payment_intent : null;
  return {
    purchaseId,
    accountId,
    livemode: session.livemode,
    sessionId: session.id,
    amountMinor: session.amount_total ?? 0,
    currency: session.currency ?? "",
    paymentIntentId: intent?.id ?? (session.payment_intent as string | null),
    payment: paymentOf(session, intent),
    failure: intent?.last_payment_error ? failureOfPayment(intent.last_payment_error) : null,
  };
}

function paymentOf(
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent | null,
): CheckoutReport["payment"] {
  if (session.payment_status === "paid") return "paid";
  if (session.payment_status === "no_payment_required") return "not_required";
  if (session.status === "expired") return "expired";
  if (session.status !== "complete") return "open";
  // A completed session can be paid days later, or not at all: only the payment knows.
  const hasFailed = intent?.status === "requires_payment_method" || intent?.status === "canceled";
  return hasFailed ? "failed" : "processing";
}

export function failureOfPayment(error: Stripe.PaymentIntent.LastPaymentError): PaymentFailure {
  return failureOf(error.decline_code ?? error.code ?? error.type, error.message ?? "");
}

/** Stripe's own sentence is written for the person who pays; a missing one is replaced, never left empty. */
export function failureOf(code: string, message: string): PaymentFailure {
  return { code, message: message || "The payment was declined." };
}
