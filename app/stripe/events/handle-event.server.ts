import type Stripe from "stripe";
import type { Context } from "../../context.server";
import { oddityOf } from "../event-shape";
import { whenAccountUpdated, whenDeauthorized } from "./account.server";
import { whenCheckoutChanged } from "./checkout-session.server";
import { type EventOutcome, ignored, quarantined } from "./outcome";
import { whenPaymentFailed } from "./payment-intent-payment-failed.server";
import { whenChargeRefunded, whenDisputed, whenRefunded } from "./reversal.server";

/** Which event goes where. A type that Topup does not use is recorded and answered 2xx. */
export async function handleEvent(context: Context, event: Stripe.Event): Promise<EventOutcome> {
  const oddity = oddityOf(event);
  if (oddity) return quarantined(`Topup cannot read this event: ${oddity}`);

  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
    case "checkout.session.async_payment_failed":
    case "checkout.session.expired":
      return whenCheckoutChanged(context, event);
    case "payment_intent.payment_failed":
      return whenPaymentFailed(context, event);
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
    case "charge.refund.updated":
      return whenRefunded(context, event);
    case "charge.refunded":
      return whenChargeRefunded(context, event);
    case "charge.dispute.created":
    case "charge.dispute.updated":
    case "charge.dispute.funds_withdrawn":
    case "charge.dispute.funds_reinstated":
    case "charge.dispute.closed":
      return whenDisputed(context, event);
    case "account.updated":
    case "capability.updated":
      return whenAccountUpdated(context, event);
    case "account.application.deauthorized":
      return whenDeauthorized(context, event);
    default:
      return ignored("Topup does not use this type of event");
  }
}
