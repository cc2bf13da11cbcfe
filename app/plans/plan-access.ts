import type { OfferedPlan } from "../../db/plans.server";
import type { ConnectedAccount, Customer, Partner, Portal } from "../../db/portals.server";
import { TIERS } from "../partners/tier";

export type AccessReason =
  | "tier_free_forever"
  | "portal_disabled"
  | "portal_access_off"
  | "ai_credits_disabled"
  | "mailbox_not_verified"
  | "plan_inactive"
  | "plan_deleted"
  | "not_in_audience"
  | "stripe_not_connected"
  | "stripe_onboarding_incomplete"
  | "stripe_charges_disabled"
  | "purchases_blocked";

export interface PlanAccess {
  visible: boolean;
  purchasable: boolean;
  /** Why not, in the order in which a person would mend it; empty when the plan can be bought. */
  reasons: AccessReason[];
}

interface Circumstances {
  partner: Pick<Partner, "tier">;
  account: ConnectedAccount | null;
  portal: Pick<Portal, "enabled">;
  customer: Pick<Customer, "portalAccess" | "aiCreditsEnabled" | "emailVerifiedAt" | "purchasesBlocked">;
}

/**
 * The one predicate: it decides what a customer sees and may buy, and explains it to the partner.
 * Portal, purchase and diagnosis all ask here.
 */
export function planAccess(
  { partner, account, portal, customer }: Circumstances,
  plan: Pick<OfferedPlan, "active" | "deletedAt" | "audience" | "exception">,
): PlanAccess {
  const hidden = present([
    !TIERS[partner.tier].allowsCreditPlans && "tier_free_forever",
    !portal.enabled && "portal_disabled",
    customer.portalAccess !== "active" && "portal_access_off",
    !customer.aiCreditsEnabled && "ai_credits_disabled",
    customer.emailVerifiedAt === null && "mailbox_not_verified",
    plan.deletedAt !== null && "plan_deleted",
    !plan.active && "plan_inactive",
    !isInAudience(plan) && "not_in_audience",
  ]);
  const unpayable = present([stripeReason(account), customer.purchasesBlocked && "purchases_blocked"]);
  return {
    visible: hidden.length === 0,
    purchasable: hidden.length === 0 && unpayable.length === 0,
    reasons: [...hidden, ...unpayable],
  };
}

/** A plan for all is seen by everybody but those it is hidden from, one for selected customers by those alone. */
export const isInAudience = ({
  audience,
  exception,
}: Pick<OfferedPlan, "audience" | "exception">): boolean =>
  audience === "all" ? exception !== "hide" : exception === "show";

function stripeReason(account: ConnectedAccount | null): AccessReason | false {
  if (!account || account.deauthorizedAt !== null) return "stripe_not_connected";
  if (!account.detailsSubmitted) return "stripe_onboarding_incomplete";
  return !account.chargesEnabled && "stripe_charges_disabled";
}

const present = (reasons: (AccessReason | false)[]): AccessReason[] =>
  reasons.filter((reason) => reason !== false);
