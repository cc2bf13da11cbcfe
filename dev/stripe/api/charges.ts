import { listPage } from "../http/list-page";
import { fields, none, paging, text } from "../http/parameters";
import { route } from "../http/route";
import { fieldIs } from "../storage/object-store";

const PATH = "/v1/charges";

export const chargeRoutes = [
  route("GET", PATH, fields({ ...paging, customer: text, payment_intent: text }), (scope, params) => {
    const { customer, payment_intent, ...page } = params;
    return listPage(scope, "charge", PATH, page, [
      ...(customer === undefined ? [] : [fieldIs("customer", customer)]),
      ...(payment_intent === undefined ? [] : [fieldIs("payment_intent", payment_intent)]),
    ]);
  }),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("charge", id, "charge").body),
];
