import type Stripe from "stripe";
import type { Context } from "../../context.server";
import { oddityOf } from "../event-shape";
import { whenAccountUpdated, whenDeauthorized } from "./account.server";
import { whenCheckoutChanged } from "./checkout-session.server";
import { type EventOutcome, ignored, quarantined } from "./outcome";
import { whenPaymentFailed } from "./payment-intent-payment-failed.server";

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
    case "account.updated":
      return whenAccountUpdated(context, event);
    case "account.application.deauthorized":
      return whenDeauthorized(context, event);
    default:
      return ignored("Topup does not use this type of event");
  }
}
