import type { ConnectedAccount, Partner } from "../../db/portals.server";
import {
  stripeChargesDisabled,
  stripeNotConnected,
  stripeOnboardingIncomplete,
  upgradeRequired,
} from "../refusals";
import { disabledReasonWords } from "../stripe/disabled-reason";
import { TIERS } from "./tier";

export type Seller = { partner: Partner; account: ConnectedAccount };

/**
 * The one place that says who may sell credits: a paid tier first, then a Stripe account that can charge.
 * Asked when a plan is created and again when it is bought; returns what it proved.
 */
export function requireSeller(partner: Partner, account: ConnectedAccount | null): Seller {
  if (!TIERS[partner.tier].allowsCreditPlans) throw upgradeRequired();
  return { partner, account: requireCharging(account) };
}

/** The second of these alone. */
export function requireCharging(account: ConnectedAccount | null): ConnectedAccount {
  if (!account || account.deauthorizedAt !== null) throw stripeNotConnected();
  if (!account.detailsSubmitted) throw stripeOnboardingIncomplete(account.requirementsDue.length);
  if (!account.chargesEnabled)
    throw stripeChargesDisabled(
      account.disabledReason ? disabledReasonWords(account.disabledReason) : "more information is needed",
    );
  return account;
}
