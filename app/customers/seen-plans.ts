import type { OfferedPlan } from "../../db/plans.server";
import type { ConnectedAccount, Customer, Partner, Portal } from "../../db/portals.server";
import { countCredits, creditsToMicros } from "../credits";
import { formatPrice } from "../money";
import { type AccessReason, isInAudience, planAccess } from "../plans/plan-access";

const LOCALE = "en-US";

interface Circumstances {
  partner: Partner;
  account: ConnectedAccount | null;
  /** Null for a partner who has none. */
  portal: Portal | null;
  customer: Customer;
}

/** Every plan of a partner as one customer finds it, with all that stands in the way and where to mend it. */
export function seenPlans(plans: readonly OfferedPlan[], { portal, ...circumstances }: Circumstances) {
  const asked = { ...circumstances, portal: portal ?? { enabled: false } };
  return plans.map((plan) => {
    const { visible, purchasable, reasons } = planAccess(asked, plan);
    return {
      id: plan.id,
      name: plan.name,
      terms: `${countCredits(creditsToMicros(plan.credits), LOCALE)} · ${formatPrice(plan.priceMinor, plan.currency, LOCALE)}`,
      isSelective: plan.audience === "selected",
      isChosen: isInAudience(plan),
      visible,
      purchasable,
      reasons: reasons.map((reason) => explain(reason, circumstances.customer, plan.id)),
    };
  });
}

export type SeenPlan = ReturnType<typeof seenPlans>[number];

export interface Explanation {
  text: string;
  /** Where a person mends it; null where only the customer can. */
  fix: { label: string; href: string } | null;
}

const ACCESS: Record<Customer["portalAccess"], string> = {
  none: "They have not been let into the portal",
  invited: "They were let in and have not signed in yet",
  active: "They are let in",
  blocked: "They are blocked",
};

/** Why a plan is not seen or cannot be bought, in words for the partner. */
export function explain(
  reason: AccessReason,
  { id, portalAccess }: Pick<Customer, "id" | "portalAccess">,
  planId: string,
): Explanation {
  const features = `/customers/${id}/features`;
  const told = (text: string, label: string, href: string) => ({ text, fix: { label, href } });
  switch (reason) {
    case "tier_free_forever":
      return told(
        "You are on Free Forever, which has no credit plans",
        "Upgrade plan",
        "/settings/plan-tier",
      );
    case "portal_disabled":
      return told("Your portal is missing or off", "Open portal settings", "/settings/portal");
    case "portal_access_off":
      return portalAccess === "invited"
        ? { text: ACCESS.invited, fix: null }
        : told(ACCESS[portalAccess], "Portal access", `${features}#portal-access`);
    case "ai_credits_disabled":
      return told("AI Credits are off for this customer", "Enable", `${features}#features`);
    case "mailbox_not_verified":
      return { text: "Their mailbox is not proven; their first sign-in does it", fix: null };
    case "plan_inactive":
      return told("The plan is inactive", "Edit plan", `/settings/customer-credit-plans/${planId}`);
    case "plan_deleted":
      return told("The plan is deleted", "See plans", "/settings/customer-credit-plans");
    case "not_in_audience":
      return told("The plan is not shown to this customer", "Show it", `${features}#plans`);
    case "stripe_not_connected":
      return told("Stripe is not connected", "Connect Stripe", "/settings/stripe-connect");
    case "stripe_onboarding_incomplete":
      return told("Stripe onboarding is not complete", "Complete Setup", "/settings/stripe-connect");
    case "stripe_charges_disabled":
      return told("Stripe has not enabled charges", "Complete Requirements", "/settings/stripe-connect");
    case "purchases_blocked":
      return told("Purchases of this customer are blocked", "Allow purchases", `${features}#purchases`);
  }
}
