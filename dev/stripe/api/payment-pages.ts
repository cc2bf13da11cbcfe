import type Stripe from "stripe";
import { refused } from "../http/api-error";
import { fields, ignored, integer, none, required, text } from "../http/parameters";
import { Reply, route } from "../http/route";
import { cardErrorBody } from "../payments/card-error";
import { paySessionWith } from "../payments/pay-session";
import type { Scope } from "../scope";

/** What the hosted page itself talks to. Not part of Stripe's public API, but the CLI's triggers use it. */
function page(scope: Scope, id: string): object {
  const { body: session, hidden } = scope.get("checkout.session", id, "session");
  return {
    id: `ppage_${id.slice(-24)}`,
    object: "checkout.session",
    session_id: session.id,
    currency: session.currency,
    customer_email: session.customer_email,
    line_items: hidden.line_items,
    livemode: false,
    mode: session.mode,
    payment_status: session.payment_status,
    state: session.status === "complete" ? "succeeded" : session.status,
    success_url: session.success_url,
    total_summary: {
      due: session.amount_total,
      subtotal: session.amount_subtotal,
      total: session.amount_total,
    },
  };
}

export const paymentPageRoutes = [
  route("GET", "/v1/payment_pages/:id", none, (scope, _, { id }) => page(scope, id)),

  route(
    "POST",
    "/v1/payment_pages/:id/confirm",
    fields({ payment_method: text, expected_amount: integer, return_url: ignored }),
    (scope, params, { id }) => {
      const session: Stripe.Checkout.Session = scope.get("checkout.session", id, "session").body;
      if (params.expected_amount !== undefined && params.expected_amount !== session.amount_total) {
        throw refused("The amount of the Checkout Session has changed.", { param: "expected_amount" });
      }
      const method = required(params.payment_method, "payment_method");
      const outcome = paySessionWith(scope, id, method, "not_asked");
      if (outcome.outcome === "declined") return new Reply(402, cardErrorBody(outcome));
      return page(scope, id);
    },
  ),
];
