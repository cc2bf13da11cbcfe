import type Stripe from "stripe";
import { refusesPaymentMethodTypes } from "../api-version";
import { parameterInvalid, refused, resourceMissing } from "../http/api-error";
import { listPage } from "../http/list-page";
import {
  currency,
  fields,
  flag,
  ignored,
  integer,
  list,
  metadata,
  none,
  oneOf,
  paging,
  required,
  text,
} from "../http/parameters";
import { Reply, route } from "../http/route";
import { buildPaymentIntent } from "../objects/payment-intent";
import { billingDetails, buildPaymentMethod } from "../objects/payment-method";
import { cardErrorBody } from "../payments/card-error";
import { takePayment } from "../payments/take-payment";
import { findTestCardByAlias } from "../payments/test-cards";
import type { Scope } from "../scope";
import { fieldIs } from "../storage/object-store";
import type { Stored } from "../storage/object-types";
import { requireChargeable, requireFee } from "./create-session";

const PATH = "/v1/payment_intents";

const newIntent = fields({
  amount: integer,
  currency,
  application_fee_amount: integer,
  automatic_payment_methods: ignored,
  confirm: flag,
  customer: text,
  description: text,
  metadata,
  off_session: ignored,
  payment_method: text,
  payment_method_types: list(text),
  receipt_email: text,
  return_url: text,
  setup_future_usage: oneOf("off_session", "on_session"),
  shipping: ignored,
  statement_descriptor_suffix: text,
});

export const paymentIntentRoutes = [
  route("POST", PATH, newIntent, (scope, params, { version }) => {
    scope.requireCharges();
    if (params.payment_method_types && refusesPaymentMethodTypes(version)) {
      throw parameterInvalid(
        "payment_method_types",
        "`payment_method_types` is no longer supported.",
        "payment_method_types_no_longer_supported",
      );
    }
    const amount = required(params.amount, "amount");
    const code = required(params.currency, "currency");
    requireChargeable(amount, code);
    const application_fee_amount = params.application_fee_amount ?? null;
    requireFee(scope, application_fee_amount, amount, "application_fee_amount");
    const intent = buildPaymentIntent(scope, {
      amount,
      currency: code,
      application_fee_amount,
      customer:
        params.customer === undefined ? null : scope.get("customer", params.customer, "customer").body.id,
      description: params.description ?? null,
      metadata: params.metadata ?? {},
      payment_method_types: params.payment_method_types ?? ["card"],
      receipt_email: params.receipt_email ?? null,
      setup_future_usage: params.setup_future_usage ?? null,
      statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    });
    scope.insert("payment_intent", intent, { session: null, settles: "by_hand" });
    scope.emit("payment_intent.created", intent);
    if (!params.confirm) return intent;
    return confirm(scope, intent, required(params.payment_method, "payment_method"), params.return_url);
  }),

  route("GET", PATH, fields({ ...paging, customer: text }), (scope, { customer, ...page }) =>
    listPage(
      scope,
      "payment_intent",
      PATH,
      page,
      customer === undefined ? [] : [fieldIs("customer", customer)],
    ),
  ),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("payment_intent", id, "intent").body),

  route(
    "POST",
    `${PATH}/:id/confirm`,
    fields({ payment_method: text, return_url: text }),
    (scope, params, { id }) => {
      const { body: intent } = scope.get("payment_intent", id, "intent");
      if (intent.status !== "requires_payment_method" && intent.status !== "requires_confirmation") {
        throw refused(`This PaymentIntent's status is ${intent.status}; it cannot be confirmed.`, {
          code: "payment_intent_unexpected_state",
        });
      }
      return confirm(scope, intent, required(params.payment_method, "payment_method"), params.return_url);
    },
  ),
];

function confirm(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  methodId: string,
  return_url = "",
): Stripe.PaymentIntent | Reply {
  const outcome = takePayment(scope, intent, methodOf(scope, methodId), "not_asked", return_url);
  if (outcome.outcome === "declined") return new Reply(402, cardErrorBody(outcome));
  if (outcome.outcome === "succeeded") outcome.after();
  return outcome.intent;
}

/** A method of the account, or one of Stripe's ready-made ones such as `pm_card_visa`. */
function methodOf(scope: Scope, id: string): Stored<"payment_method"> {
  const known = scope.find("payment_method", id);
  if (known) return known;
  const card = findTestCardByAlias(id);
  if (!card) throw resourceMissing("PaymentMethod", id, "payment_method");
  const hidden = { instrument: { type: "card" as const, number: card.number } };
  const body = buildPaymentMethod(scope, hidden.instrument, billingDetails(null));
  scope.insert("payment_method", body, hidden);
  return { account: scope.account, body, hidden };
}
