import { announce, changeStanding, standingAfter } from "../accounts/change-account";
import { openAccount } from "../accounts/open-account";
import { parameterInvalid } from "../http/api-error";
import type { Value } from "../http/form";
import { currency, fields, flag, list, required, text } from "../http/parameters";
import { PLATFORM, Scope } from "../scope";
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
});

/** Demo data: an account that is as the caller says, however often it is said. A new one may take payments. */
export function upsertAccount(world: World, body: Value): object {
  const params = demoAccount(body, "");
  const id = required(params.id, "id");
  if (!/^acct_\w+$/.test(id) || id === PLATFORM)
    throw parameterInvalid("id", "An account's id begins with acct_.");
  const platform = new Scope(world, PLATFORM);
  const known = platform.find("account", id);
  if (known?.hidden.deauthorized) {
    world.objects.hide<"account">(id, { ...known.hidden, deauthorized: false });
  }
  const account = known?.body ?? openAccount(platform, { ...params, id });
  const complete = standingAfter("complete");
  const current = known
    ? {
        details_submitted: account.details_submitted,
        charges_enabled: account.charges_enabled,
        payouts_enabled: account.payouts_enabled,
        currently_due: account.requirements?.currently_due ?? [],
      }
    : complete;
  const { details_submitted, charges_enabled, payouts_enabled, currently_due } = params;
  announce(platform, account, { ...account, email: params.email ?? account.email });
  return changeStanding(platform, id, {
    details_submitted: details_submitted ?? current.details_submitted,
    charges_enabled: charges_enabled ?? current.charges_enabled,
    payouts_enabled: payouts_enabled ?? current.payouts_enabled,
    currently_due: currently_due ?? current.currently_due,
  });
}
