import { listPage, wholeList } from "../http/list-page";
import { fields, integer, metadata, none, paging, text } from "../http/parameters";
import { route } from "../http/route";
import { refundApplicationFee } from "../payments/refund-payment";
import { fieldIs } from "../storage/object-store";

const PATH = "/v1/application_fees";

export const applicationFeeRoutes = [
  route("GET", PATH, fields({ ...paging, charge: text }), (scope, { charge, ...page }) =>
    listPage(scope, "application_fee", PATH, page, charge === undefined ? [] : [fieldIs("charge", charge)]),
  ),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("application_fee", id, "fee").body),

  route("GET", `${PATH}/:id/refunds`, fields({ ...paging }), (scope, _, { id }) =>
    wholeList(`${PATH}/${id}/refunds`, scope.get("application_fee", id, "fee").body.refunds.data),
  ),

  route("POST", `${PATH}/:id/refunds`, fields({ amount: integer, metadata }), (scope, params, { id }) => {
    const { body: fee } = scope.get("application_fee", id, "fee");
    const amount = params.amount ?? fee.amount - fee.amount_refunded;
    return refundApplicationFee(scope, fee, amount, params.metadata ?? {});
  }),
];
