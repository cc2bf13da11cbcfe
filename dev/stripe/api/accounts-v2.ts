import type Stripe from "stripe";
import { linkedAccount } from "../accounts/change-account";
import { openOnboardingLink } from "../accounts/onboarding-link";
import { openAccount } from "../accounts/open-account";
import { parameterInvalid } from "../http/api-error";
import { currency, fields, ignored, list, metadata, oneOf, required, text, url } from "../http/parameters";
import { route } from "../http/route";
import { buildAccountV2, iso } from "../objects/account-v2";

const PATH = "/v2/core/accounts";

const include = list(
  oneOf(
    "configuration.customer",
    "configuration.merchant",
    "configuration.recipient",
    "defaults",
    "future_requirements",
    "identity",
    "requirements",
  ),
);

const responsibilities = fields({
  fees_collector: oneOf("application", "application_custom", "application_express", "stripe"),
  losses_collector: oneOf("application", "stripe"),
});

const newAccount = fields({
  contact_email: text,
  contact_phone: text,
  display_name: text,
  dashboard: oneOf("express", "full", "none"),
  identity: fields({ country: text, entity_type: ignored, business_details: ignored, individual: ignored }),
  configuration: fields({ customer: ignored, merchant: ignored, recipient: ignored }),
  defaults: fields({ currency, locales: ignored, profile: ignored, responsibilities }),
  include,
  metadata,
});

const onboarding = fields({
  refresh_url: url,
  return_url: url,
  collection_options: ignored,
});

const newLink = fields({
  account: text,
  use_case: fields({
    type: oneOf("account_onboarding", "account_update"),
    account_onboarding: onboarding,
    account_update: onboarding,
  }),
});

type Responsibilities = ReturnType<typeof responsibilities>;

/** Stripe's matrix: who bears losses must fit who owns the relation with the merchant. */
function requireAllowed(dashboard: string | undefined, duties: Responsibilities | undefined): void {
  if (!duties) return;
  const { fees_collector, losses_collector } = duties;
  const mismatch =
    (dashboard === "express" && losses_collector === "stripe") ||
    (dashboard === "full" && fees_collector === "stripe" && losses_collector === "application");
  if (!mismatch) return;
  throw parameterInvalid(
    "defaults.responsibilities",
    `This combination of dashboard (${dashboard}), fees_collector and losses_collector is not supported.`,
  );
}

export const accountV2Routes = [
  route("POST", PATH, newAccount, (scope, params) => {
    requireAllowed(params.dashboard, params.defaults?.responsibilities);
    const account = openAccount(scope, {
      email: params.contact_email,
      business_name: params.display_name,
      country: params.identity?.country,
      default_currency: params.defaults?.currency,
      dashboard: params.dashboard,
      metadata: params.metadata,
    });
    return buildAccountV2(scope.get("account", account.id), params.include ?? []);
  }),

  route("GET", `${PATH}/:id`, fields({ include }), (scope, params, { id }) =>
    buildAccountV2(linkedAccount(scope, id), params.include ?? []),
  ),

  route("POST", "/v2/core/account_links", newLink, (scope, params) => {
    const use_case = required(params.use_case, "use_case");
    const type = required(use_case.type, "use_case[type]");
    const settings = required(use_case[type], `use_case[${type}]`);
    const account = linkedAccount(scope, required(params.account, "account")).body.id;
    const refresh_url = required(settings.refresh_url, `use_case[${type}][refresh_url]`);
    const return_url = settings.return_url ?? refresh_url;
    const opened = openOnboardingLink(scope, account, refresh_url, return_url);
    return {
      object: "v2.core.account_link",
      account,
      created: iso(scope.now_s),
      expires_at: iso(opened.link.expires_at),
      livemode: false,
      url: opened.url,
      use_case: { type, [type]: { refresh_url, return_url } },
    } satisfies Stripe.V2.Core.AccountLink;
  }),
];
