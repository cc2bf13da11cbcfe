import type Stripe from "stripe";
import type { Context } from "../../context.server";
import { isId } from "../../ids";
import type { CheckoutReport } from "../../wallet/purchase";
import type { SettleResult } from "../../wallet/results";
import { reportOf } from "../checkout-report";
import { type EventOutcome, ignored } from "./outcome";

type CheckoutEvent =
  | Stripe.CheckoutSessionCompletedEvent
  | Stripe.CheckoutSessionAsyncPaymentSucceededEvent
  | Stripe.CheckoutSessionAsyncPaymentFailedEvent
  | Stripe.CheckoutSessionExpiredEvent;

/** A checkout was completed, paid later, failed later or expired: the wallet compares and decides. */
export async function whenCheckoutChanged(context: Context, event: CheckoutEvent): Promise<EventOutcome> {
  const session = event.data.object;
  const customerId = session.metadata?.customer_id ?? "";
  const report = reportOf(session, event.account ?? "");
  if (!report || !isId(report.purchaseId, "purchase") || !isId(customerId, "customer")) {
    return ignored("The checkout was not opened by Topup");
  }

  const said: CheckoutReport =
    event.type === "checkout.session.async_payment_failed" ? { ...report, payment: "failed" } : report;
  const result = await context.wallet(customerId).settle({ ...said, livemode: event.livemode });
  return { ...inWords(result), purchaseId: report.purchaseId };
}

function inWords(result: SettleResult): Pick<EventOutcome, "outcome" | "detail"> {
  switch (result.outcome) {
    case "credited":
      return { outcome: "processed", detail: "Credited" };
    case "already_credited":
      return { outcome: "processed", detail: "Credited before" };
    case "moved":
      return { outcome: "processed", detail: `The purchase is now ${result.state}` };
    case "unchanged":
      return { outcome: "processed", detail: `The purchase stays ${result.state}` };
    case "quarantined":
      return { outcome: "quarantined", detail: `Not credited: ${result.reason}` };
    case "refused":
      return { outcome: "quarantined", detail: `Not credited: ${result.reason}` };
    case "unknown_purchase":
      return {
        outcome: "quarantined",
        detail: "Not credited: this customer's wallet knows no such purchase",
      };
  }
}
