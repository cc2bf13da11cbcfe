import type Stripe from "stripe";
import { refused } from "../http/api-error";
import { listPage } from "../http/list-page";
import { fields, flag, integer, metadata, none, oneOf, paging, text } from "../http/parameters";
import { route } from "../http/route";
import { refundCharge, updateRefund } from "../payments/refund-payment";
import type { Scope } from "../scope";
import { fieldIs } from "../storage/object-store";

const PATH = "/v1/refunds";

const newRefund = fields({
  amount: integer,
  charge: text,
  payment_intent: text,
  metadata,
  reason: oneOf("duplicate", "fraudulent", "requested_by_customer"),
  refund_application_fee: flag,
});

export const refundRoutes = [
  route("POST", PATH, newRefund, (scope, { charge, payment_intent, ...terms }) =>
    refundCharge(scope, chargeOf(scope, charge, payment_intent), terms),
  ),

  route("GET", PATH, fields({ ...paging, charge: text, payment_intent: text }), (scope, params) => {
    const { charge, payment_intent, ...page } = params;
    return listPage(scope, "refund", PATH, page, [
      ...(charge === undefined ? [] : [fieldIs("charge", charge)]),
      ...(payment_intent === undefined ? [] : [fieldIs("payment_intent", payment_intent)]),
    ]);
  }),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("refund", id, "refund").body),

  route("POST", `${PATH}/:id`, fields({ metadata }), (scope, params, { id }) =>
    updateRefund(scope, id, params.metadata ?? {}),
  ),
];

function chargeOf(scope: Scope, charge: string | undefined, intent: string | undefined): Stripe.Charge {
  if (charge !== undefined) return scope.get("charge", charge, "charge").body;
  if (intent === undefined) {
    throw refused(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  const { latest_charge } = scope.get("payment_intent", intent, "payment_intent").body;
  if (latest_charge !== null) return scope.get("charge", String(latest_charge)).body;
  throw refused("This PaymentIntent does not have a successful charge to refund.", {
    param: "payment_intent",
  });
}
