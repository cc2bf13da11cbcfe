import type { Partner } from "../../db/portals.server";

/** What a partner pays the platform for. Called tier, because a plan is what a partner sells. */
export type Tier = Partner["tier"];

export const TIER_LABEL: Record<Tier, string> = {
  free_forever: "Free Forever",
  starter: "Starter",
  pro: "Pro",
  enterprise: "Enterprise",
};
