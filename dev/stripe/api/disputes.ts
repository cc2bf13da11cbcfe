import { listPage } from "../http/list-page";
import { fields, flag, ignored, metadata, none, paging, text } from "../http/parameters";
import { route } from "../http/route";
import { closeDispute, updateDispute } from "../payments/dispute-payment";
import { fieldIs } from "../storage/object-store";

const PATH = "/v1/disputes";

export const disputeRoutes = [
  route("GET", PATH, fields({ ...paging, charge: text, payment_intent: text }), (scope, params) => {
    const { charge, payment_intent, ...page } = params;
    return listPage(scope, "dispute", PATH, page, [
      ...(charge === undefined ? [] : [fieldIs("charge", charge)]),
      ...(payment_intent === undefined ? [] : [fieldIs("payment_intent", payment_intent)]),
    ]);
  }),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("dispute", id, "dispute").body),

  route(
    "POST",
    `${PATH}/:id`,
    fields({ evidence: ignored, metadata, submit: flag }),
    (scope, params, { id }) => {
      const { metadata: notes, submit } = params;
      // Evidence is submitted unless the call says that it is only staged.
      const submits = params.evidence !== undefined && submit !== false;
      return updateDispute(scope, id, { submit: submits, ...(notes ? { metadata: notes } : {}) });
    },
  ),

  // To close a dispute is to accept it as lost.
  route("POST", `${PATH}/:id/close`, none, (scope, _, { id }) => closeDispute(scope, id, false)),
];
