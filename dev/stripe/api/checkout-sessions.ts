import { listPage, wholeList } from "../http/list-page";
import { fields, none, oneOf, paging, text } from "../http/parameters";
import { route } from "../http/route";
import { expireSession } from "../payments/pay-session";
import { fieldIs } from "../storage/object-store";
import { createSession } from "./create-session";
import { newSession } from "./session-parameters";

const PATH = "/v1/checkout/sessions";

export const checkoutSessionRoutes = [
  route("POST", PATH, newSession, createSession),

  route(
    "GET",
    PATH,
    fields({
      ...paging,
      payment_intent: text,
      status: oneOf("complete", "expired", "open"),
      customer: text,
      customer_details: fields({ email: text }),
    }),
    (scope, { payment_intent, status, customer, customer_details, ...page }) =>
      listPage(scope, "checkout.session", PATH, page, [
        ...(payment_intent === undefined ? [] : [fieldIs("payment_intent", payment_intent)]),
        ...(status === undefined ? [] : [fieldIs("status", status)]),
        ...(customer === undefined ? [] : [fieldIs("customer", customer)]),
        ...(customer_details?.email === undefined
          ? []
          : [fieldIs("customer_details.email", customer_details.email)]),
      ]),
  ),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("checkout.session", id, "session").body),

  route("POST", `${PATH}/:id/expire`, none, (scope, _, { id }) => expireSession(scope, id)),

  route("GET", `${PATH}/:id/line_items`, fields({ ...paging }), (scope, _, { id }) =>
    wholeList(`${PATH}/${id}/line_items`, scope.get("checkout.session", id, "session").hidden.line_items),
  ),
];
