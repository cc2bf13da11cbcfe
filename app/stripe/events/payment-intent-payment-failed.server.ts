import type Stripe from "stripe";
import type { Context } from "../../context.server";
import { isId } from "../../ids";
import { failureOf, failureOfPayment } from "../checkout-report";
import { type EventOutcome, ignored } from "./outcome";

/** A card was declined. Stripe keeps its page open for another try, so the purchase stays open too. */
export async function whenPaymentFailed(
  context: Context,
  event: Stripe.PaymentIntentPaymentFailedEvent,
): Promise<EventOutcome> {
  const intent = event.data.object;
  const { purchase_id: purchaseId = "", customer_id: customerId = "" } = intent.metadata;
  if (!isId(purchaseId, "purchase") || !isId(customerId, "customer")) {
    return ignored("The payment was not started by Topup");
  }

  const error = intent.last_payment_error;
  const result = await context.wallet(customerId).recordAttempt({
    purchaseId,
    accountId: event.account ?? "",
    livemode: event.livemode,
    attemptId: error?.charge ?? event.id,
    paymentIntentId: intent.id,
    declineCode: error?.decline_code ?? null,
    failure: error ? failureOfPayment(error) : failureOf("payment_failed", ""),
  });
  switch (result.outcome) {
    case "recorded":
      return {
        outcome: "processed",
        detail: result.isNew ? "Attempt recorded" : "Attempt known",
        purchaseId,
      };
    case "refused":
      return { outcome: "quarantined", detail: `Not recorded: ${result.reason}`, purchaseId };
    case "unknown_purchase":
      return { outcome: "quarantined", detail: "This customer's wallet knows no such purchase", purchaseId };
  }
}
