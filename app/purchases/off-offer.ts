import type { UnsettledPurchase } from "../../db/purchase-checks.server";
import { type AccessReason, planAccess } from "../plans/plan-access";

// These come and go by themselves, and while they last Stripe takes no payment on the page anyway.
const PASSING: readonly AccessReason[] = ["stripe_onboarding_incomplete", "stripe_charges_disabled"];

/**
 * Whether this customer would not be sold this plan on this account any more: what ends a payment page that is open.
 * What D1 does not know decides nothing.
 */
export function isOffOffer({ accountId, offer }: Pick<UnsettledPurchase, "accountId" | "offer">): boolean {
  const { partner, account, customer, plan } = offer;
  if (!partner || !customer || !plan) return false;
  if (account?.accountId !== accountId) return true;
  const portal = offer.portal ?? { enabled: false };
  const { reasons } = planAccess({ partner, account, portal, customer }, plan);
  return reasons.some((reason) => !PASSING.includes(reason));
}
