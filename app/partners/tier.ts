import type { Partner } from "../../db/portals.server";

/** What a partner pays the platform for. Called tier, because a plan is what a partner sells. */
export type Tier = Partner["tier"];

/** What a tier allows. What is not in here does not depend on the tier. */
export interface TierFacts {
  label: string;
  /** How many customers a partner may have; null is no limit. */
  customerLimit: number | null;
  allowsCreditPlans: boolean;
  allowsCustomDomain: boolean;
  /** Our share of each sale, in hundredths of a percent. */
  platformFeeBps: number;
}

const PAID = { customerLimit: null, allowsCreditPlans: true, allowsCustomDomain: true };

/** From the smallest to the largest. */
export const TIER_NAMES = ["free_forever", "starter", "pro", "enterprise"] as const satisfies readonly Tier[];

export const TIERS: Record<Tier, TierFacts> = {
  free_forever: {
    label: "Free Forever",
    customerLimit: 2,
    allowsCreditPlans: false,
    allowsCustomDomain: false,
    platformFeeBps: 250,
  },
  starter: { ...PAID, label: "Starter", platformFeeBps: 250 },
  pro: { ...PAID, label: "Pro", platformFeeBps: 100 },
  enterprise: { ...PAID, label: "Enterprise", platformFeeBps: 100 },
};
