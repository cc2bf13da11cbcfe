import type Stripe from "stripe";
import type { Scope } from "../scope";
import { NO_ADDRESS } from "./payment-method";

export interface AccountTerms {
  id: string;
  email: string | null;
  business_name: string | null;
  country: string;
  default_currency: string;
  type: Stripe.Account.Type;
  dashboard: "full" | "express" | "none";
  metadata: Record<string, string>;
}

/** What an account owes Stripe before it may take payments. */
export const FIRST_REQUIREMENTS = [
  "business_profile.mcc",
  "business_profile.url",
  "external_account",
  "representative.first_name",
  "representative.last_name",
  "tos_acceptance.date",
  "tos_acceptance.ip",
];

export function buildAccount(scope: Scope, terms: AccountTerms) {
  return {
    id: terms.id,
    object: "account",
    business_profile: businessProfile(terms.business_name),
    business_type: null,
    capabilities: { card_payments: "inactive", transfers: "inactive" },
    charges_enabled: false,
    controller: {
      type: "application",
      is_controller: true,
      fees: { payer: "account" },
      losses: { payments: "stripe" },
      requirement_collection: "stripe",
      stripe_dashboard: { type: terms.dashboard },
    },
    country: terms.country,
    created: scope.now_s,
    default_currency: terms.default_currency,
    details_submitted: false,
    email: terms.email,
    external_accounts: {
      object: "list",
      data: [],
      has_more: false,
      url: `/v1/accounts/${terms.id}/external_accounts`,
    },
    future_requirements: requirements([]),
    metadata: terms.metadata,
    payouts_enabled: false,
    requirements: requirements(FIRST_REQUIREMENTS, "requirements.past_due"),
    settings: settings(terms.business_name),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: terms.type,
  } satisfies Stripe.Account;
}

export function requirements(
  currently_due: string[],
  disabled_reason: Stripe.Account.Requirements["disabled_reason"] = null,
  current_deadline: number | null = null,
) {
  return {
    alternatives: [],
    current_deadline,
    currently_due,
    disabled_reason,
    errors: [],
    eventually_due: currently_due,
    past_due: disabled_reason === "requirements.past_due" ? currently_due : [],
    pending_verification: [],
  } satisfies Stripe.Account.Requirements;
}

function businessProfile(name: string | null) {
  return {
    annual_revenue: null,
    estimated_worker_count: null,
    mcc: null,
    minority_owned_business_designation: null,
    name,
    product_description: null,
    specified_commercial_transactions_act_url: null,
    support_address: NO_ADDRESS,
    support_email: null,
    support_phone: null,
    support_url: null,
    url: null,
  } as const;
}

function settings(display_name: string | null) {
  return {
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name, timezone: "Etc/UTC" },
    payments: {
      statement_descriptor: null,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: true,
      schedule: { delay_days: 2, interval: "daily" },
      statement_descriptor: null,
    },
  } satisfies Stripe.Account.Settings;
}
