import type { ConnectedAccount, Partner } from "../../db/portals.server";
import { refusalOf } from "../errors";
import { PLANS_PATH } from "../plans/plan-paths";
import { requireCharging } from "./require-seller";
import { TIERS } from "./tier";

/** What the setup checklist is computed from. Nothing of it is ticked by hand. */
export interface SetupFacts {
  partner: Partner;
  account: ConnectedAccount | null;
  /** Where the portal is while it is switched on. */
  portalUrl: string | null;
  hasPortal: boolean;
  hasPlan: boolean;
  hasActivePlan: boolean;
  /** Whether some customer may open the portal. */
  hasGuest: boolean;
  hasSale: boolean;
}

export interface SetupStep {
  title: string;
  isDone: boolean;
  /** How it stands, in one sentence. */
  sentence: string;
  /** Where it is done. */
  action: { label: string; href: string };
}

/** What a partner does before its first sale, in the order in which it has to be done. */
export const setupSteps = (facts: SetupFacts): SetupStep[] => [
  tierStep(facts),
  stripeStep(facts),
  portalStep(facts),
  planStep(facts),
  customerStep(facts),
  saleStep(facts),
];

export function tierStep({ partner }: Pick<SetupFacts, "partner">): SetupStep {
  const { label, allowsCreditPlans } = TIERS[partner.tier];
  return {
    title: "Paid tier",
    isDone: allowsCreditPlans,
    sentence: allowsCreditPlans
      ? `You are on ${label}.`
      : `You are on ${label}. Credit plans need Starter, Pro or Enterprise.`,
    action: { label: allowsCreditPlans ? "Plan tier" : "Upgrade plan", href: "/settings/plan-tier" },
  };
}

export function stripeStep({ account }: Pick<SetupFacts, "account">): SetupStep {
  const refusal = refusalOf(() => requireCharging(account));
  return {
    title: "Stripe",
    isDone: refusal === null,
    sentence: refusal?.message ?? "Your account accepts charges.",
    action: refusal?.action ?? { label: "Stripe Connect", href: "/settings/stripe-connect" },
  };
}

export const portalStep = ({
  portalUrl,
  hasPortal,
}: Pick<SetupFacts, "portalUrl" | "hasPortal">): SetupStep => ({
  title: "Portal",
  isDone: portalUrl !== null,
  sentence: portalUrl
    ? `Your customers sign in at ${portalUrl}.`
    : "Your portal is off, so no customer can sign in.",
  // To the very field: where there is no portal yet, that is its address.
  action: {
    label: "Open portal settings",
    href: portalUrl ? "/settings/portal" : `/settings/portal#${hasPortal ? "enabled" : "subdomain"}`,
  },
});

export function planStep({
  hasPlan,
  hasActivePlan,
}: Pick<SetupFacts, "hasPlan" | "hasActivePlan">): SetupStep {
  return {
    title: "First credit plan",
    isDone: hasActivePlan,
    sentence: hasActivePlan
      ? "Your customers have something to buy."
      : hasPlan
        ? "No plan is active, so your portal has nothing to sell."
        : "You have no credit plan, so your portal has nothing to sell.",
    action: hasPlan
      ? { label: "Open credit plans", href: PLANS_PATH }
      : { label: "Create Credit Plan", href: `${PLANS_PATH}/new` },
  };
}

const customerStep = ({ hasGuest }: SetupFacts): SetupStep => ({
  title: "First customer",
  isDone: hasGuest,
  sentence: hasGuest
    ? "At least one customer may open your portal."
    : "No customer may open your portal yet.",
  action: { label: "Open customers", href: "/customers" },
});

export const saleStep = ({ hasSale, portalUrl }: Pick<SetupFacts, "hasSale" | "portalUrl">): SetupStep => ({
  title: "First sale",
  isDone: hasSale,
  sentence: hasSale
    ? "Credits were bought and added without anybody's hand."
    : "Nothing was sold yet. In Stripe's test mode you can buy from yourself.",
  action:
    hasSale || !portalUrl
      ? { label: "Open Billing & Invoices", href: "/billing-and-invoices" }
      : { label: "Open your portal", href: portalUrl },
});
