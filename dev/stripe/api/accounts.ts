import type Stripe from "stripe";
import { announce, deauthorize, linkedAccount } from "../accounts/change-account";
import { openAccount } from "../accounts/open-account";
import { accountInvalid } from "../http/api-error";
import { listPage } from "../http/list-page";
import { currency, fields, ignored, metadata, none, oneOf, paging, text } from "../http/parameters";
import { route } from "../http/route";
import { buildAccount } from "../objects/account";
import { PLATFORM } from "../platform";
import type { Scope } from "../scope";

const PATH = "/v1/accounts";

const known = {
  email: text,
  metadata,
  default_currency: currency,
  business_type: oneOf("company", "government_entity", "individual", "non_profit"),
  business_profile: fields({
    name: text,
    url: text,
    mcc: text,
    product_description: text,
    support_email: text,
  }),
  capabilities: ignored,
  company: ignored,
  individual: ignored,
  settings: ignored,
  tos_acceptance: ignored,
};

const newAccount = fields({
  ...known,
  type: oneOf("custom", "express", "standard"),
  country: text,
  controller: fields({
    fees: ignored,
    losses: ignored,
    requirement_collection: ignored,
    stripe_dashboard: fields({ type: oneOf("express", "full", "none") }),
  }),
});

export const accountRoutes = [
  route("GET", "/v1/account", none, (scope) => ownAccount(scope)),

  route("POST", PATH, newAccount, (scope, params) =>
    openAccount(scope, {
      ...params,
      business_name: params.business_profile?.name,
      dashboard: params.controller?.stripe_dashboard?.type ?? dashboardOf(params.type),
    }),
  ),

  route("GET", PATH, fields({ ...paging }), (scope, page) =>
    listPage(scope, "account", PATH, page, [STILL_LINKED]),
  ),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => visibleAccount(scope, id)),

  route("POST", `${PATH}/:id`, fields(known), (scope, params, { id }) => {
    const account = visibleAccount(scope, id);
    return announce(scope.on(PLATFORM), account, {
      ...account,
      email: params.email ?? account.email,
      business_type: params.business_type ?? account.business_type ?? null,
      ...(account.business_profile
        ? { business_profile: { ...account.business_profile, ...params.business_profile } }
        : {}),
      metadata: { ...account.metadata, ...params.metadata },
    });
  }),

  route("DELETE", `${PATH}/:id`, none, (scope, _, { id }) => {
    deauthorize(scope.on(PLATFORM), id);
    return { id, object: "account", deleted: true } satisfies Stripe.DeletedAccount;
  }),
];

const STILL_LINKED = { sql: "json_extract(hidden, '$.deauthorized') = 0", values: [] };

const dashboardOf = (type: string | undefined) =>
  type === "custom" ? "none" : type === "express" ? "express" : "full";

function ownAccount(scope: Scope): Stripe.Account {
  if (!scope.isPlatform) return scope.connectedAccount().body;
  const platform = buildAccount(scope, {
    id: PLATFORM,
    email: "platform@example.com",
    business_name: "Platform",
    country: "US",
    default_currency: "usd",
    type: "standard",
    dashboard: "full",
    metadata: {},
  });
  return { ...platform, charges_enabled: true, payouts_enabled: true, details_submitted: true };
}

/** The platform sees all its accounts; a connected account sees itself. */
function visibleAccount(scope: Scope, id: string): Stripe.Account {
  if (id === PLATFORM && scope.isPlatform) return ownAccount(scope);
  if (!scope.isPlatform && scope.account !== id) throw accountInvalid("sk_test_", id);
  return linkedAccount(scope.on(PLATFORM), id).body;
}
