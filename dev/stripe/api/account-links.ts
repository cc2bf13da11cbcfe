import type Stripe from "stripe";
import { linkedAccount } from "../accounts/change-account";
import { openOnboardingLink } from "../accounts/onboarding-link";
import { fields, ignored, oneOf, required, text, url } from "../http/parameters";
import { route } from "../http/route";

const newLink = fields({
  account: text,
  type: oneOf("account_onboarding", "account_update"),
  refresh_url: url,
  return_url: url,
  collect: ignored,
  collection_options: ignored,
});

export const accountLinkRoutes = [
  route("POST", "/v1/account_links", newLink, (scope, params) => {
    required(params.type, "type");
    const account = linkedAccount(scope, required(params.account, "account")).body.id;
    const refresh_url = required(params.refresh_url, "refresh_url");
    const opened = openOnboardingLink(scope, account, refresh_url, required(params.return_url, "return_url"));
    return {
      object: "account_link",
      created: scope.now_s,
      expires_at: opened.link.expires_at,
      url: opened.url,
    } satisfies Stripe.AccountLink;
  }),
];
