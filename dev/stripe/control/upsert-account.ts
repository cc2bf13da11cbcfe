import type Stripe from "stripe";
import { announce, type Standing, standingAfter, withStanding } from "../accounts/change-account";
import { openAccount } from "../accounts/open-account";
import { parameterInvalid } from "../http/api-error";
import type { Value } from "../http/form";
import { currency, fields, flag, integer, list, required, text } from "../http/parameters";
import { PLATFORM } from "../platform";
import { Scope } from "../scope";
import type { Stored } from "../storage/object-types";
import type { World } from "../world";

const demoAccount = fields({
  id: text,
  email: text,
  business_name: text,
  country: text,
  default_currency: currency,
  details_submitted: flag,
  charges_enabled: flag,
  payouts_enabled: flag,
  currently_due: list(text),
  current_deadline: integer,
});

type Params = ReturnType<typeof demoAccount>;

/** Demo data: an account that is as the caller says, however often it is said. A new one may take payments. */
export function upsertAccount(world: World, body: Value): Stripe.Account {
  const params = demoAccount(body, "");
  const id = required(params.id, "id");
  if (!/^acct_\w+$/.test(id) || id === PLATFORM) {
    throw parameterInvalid("id", "An account's id begins with acct_.");
  }
  const platform = new Scope(world, PLATFORM);
  const known = platform.find("account", id);
  return known ? change(platform, known, params) : create(platform, { ...params, id });
}

/** Says nothing to the application: the account was there before anybody looked. */
function create(platform: Scope, params: Params & { id: string }): Stripe.Account {
  const account = openAccount(platform, params);
  return platform.save(
    "account",
    withStanding(account, { ...standingAfter("complete"), ...standingOf(params) }),
  );
}

function change(platform: Scope, known: Stored<"account">, params: Params): Stripe.Account {
  const { body: account, hidden } = known;
  const display_name = params.business_name ?? hidden.display_name;
  platform.world.objects.hide<"account">(account.id, { ...hidden, display_name, deauthorized: false });
  const current: Standing = {
    details_submitted: account.details_submitted,
    charges_enabled: account.charges_enabled,
    payouts_enabled: account.payouts_enabled,
    currently_due: account.requirements?.currently_due ?? [],
  };
  const renamed = { ...account, email: params.email ?? account.email };
  return announce(platform, account, withStanding(renamed, { ...current, ...standingOf(params) }));
}

function standingOf(params: Params): Partial<Standing> {
  const { details_submitted, charges_enabled, payouts_enabled, currently_due, current_deadline } = params;
  const said = { details_submitted, charges_enabled, payouts_enabled, currently_due, current_deadline };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
