import type Stripe from "stripe";

/** What Topup keeps of a partner's Stripe account: whether it can charge, and what Stripe still wants. */
export interface AccountFacts {
  detailsSubmitted: boolean;
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  requirementsDue: string[];
  /** Milliseconds; null where Stripe sets no date. */
  requirementsDeadline: number | null;
  disabledReason: string | null;
}

export const accountFacts = (account: Stripe.Account): AccountFacts => ({
  detailsSubmitted: account.details_submitted,
  chargesEnabled: account.charges_enabled,
  payoutsEnabled: account.payouts_enabled,
  requirementsDue: account.requirements?.currently_due ?? [],
  requirementsDeadline: account.requirements?.current_deadline
    ? account.requirements.current_deadline * 1000
    : null,
  disabledReason: account.requirements?.disabled_reason ?? null,
});

/** The countries in which Stripe opens accounts for card payments. Source: stripe.com/global. */
export const STRIPE_COUNTRIES =
  "AE AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IT JP LI LT LU LV MT MX MY NL NO NZ PL PT RO SE SG SI SK TH US".split(
    " ",
  );
