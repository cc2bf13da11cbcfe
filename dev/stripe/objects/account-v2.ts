import type Stripe from "stripe";
import type { Stored } from "../storage/object-types";

export type Include = Stripe.V2.Core.AccountRetrieveParams.Include;

export const iso = (at_s: number) => new Date(at_s * 1000).toISOString();

/** The same account in the words of the second API. Parts are absent unless they are asked for. */
export function buildAccountV2(
  { body: account, hidden }: Stored<"account">,
  include: Include[],
): Stripe.V2.Core.Account {
  const asked = (part: Include) => include.includes(part);
  return {
    id: account.id,
    object: "v2.core.account",
    applied_configurations: ["merchant"],
    closed: false,
    ...(account.email === null ? {} : { contact_email: account.email }),
    created: iso(account.created ?? 0),
    dashboard: hidden.dashboard,
    ...(hidden.display_name === null ? {} : { display_name: hidden.display_name }),
    livemode: false,
    metadata: account.metadata ?? {},
    ...(asked("configuration.merchant") ? { configuration: { merchant: merchant(account) } } : {}),
    ...(asked("defaults") ? { defaults: defaults(account) } : {}),
    ...(asked("identity") ? { identity: { country: (account.country ?? "US").toLowerCase() } } : {}),
    ...(asked("requirements") ? { requirements: requirements(account) } : {}),
    ...(asked("future_requirements") ? { future_requirements: { entries: [] } } : {}),
  };
}

function merchant(account: Stripe.Account): Stripe.V2.Core.Account.Configuration.Merchant {
  const active = account.charges_enabled;
  const details = active
    ? []
    : [{ code: "requirements_past_due" as const, resolution: "provide_info" as const }];
  const capability = {
    status: active ? ("active" as const) : ("restricted" as const),
    status_details: details,
  };
  return {
    applied: true,
    capabilities: {
      card_payments: capability,
      stripe_balance: {
        payouts: {
          status: account.payouts_enabled ? "active" : "restricted",
          status_details: account.payouts_enabled ? [] : details,
        },
      },
    },
  };
}

function defaults(account: Stripe.Account): Stripe.V2.Core.Account.Defaults {
  return {
    currency: account.default_currency ?? "usd",
    responsibilities: {
      fees_collector: "stripe",
      losses_collector: "stripe",
      requirements_collector: "stripe",
    },
  };
}

function requirements(account: Stripe.Account): Stripe.V2.Core.Account.Requirements {
  const entries = (account.requirements?.currently_due ?? []).map((description) => ({
    awaiting_action_from: "user" as const,
    description,
    errors: [],
    impact: {
      restricts_capabilities: [
        {
          capability: "card_payments" as const,
          configuration: "merchant" as const,
          deadline: { status: "past_due" as const },
        },
      ],
    },
    minimum_deadline: { status: "past_due" as const },
    requested_reasons: [{ code: "routine_onboarding" as const }],
  }));
  return {
    entries,
    ...(entries.length > 0 ? { summary: { minimum_deadline: { status: "past_due" } } } : {}),
  };
}
