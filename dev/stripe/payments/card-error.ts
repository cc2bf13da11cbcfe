import type Stripe from "stripe";
import type { ErrorBody } from "../http/api-error";
import type { Decline } from "./test-cards";

/** How the API tells that a card was declined. */
export function cardErrorBody(declined: { intent: Stripe.PaymentIntent; decline: Decline }): {
  error: ErrorBody;
} {
  const { intent, decline } = declined;
  return {
    error: {
      type: "card_error",
      code: decline.code,
      ...(decline.decline_code === null ? {} : { decline_code: decline.decline_code }),
      message: decline.message,
      charge: String(intent.latest_charge),
      payment_intent: intent,
    },
  };
}
