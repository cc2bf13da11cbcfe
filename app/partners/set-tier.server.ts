import { findPartner, writeTier } from "../../db/partners.server";
import type { Context, PartnerContext } from "../context.server";
import type { Settings } from "../env.server";
import { newId } from "../ids";
import { endCheckoutsLater } from "../purchases/end-checkouts.server";
import { notFound } from "../refusals";
import { TIERS, type Tier } from "./tier";

interface TierChange {
  partnerId: string;
  tier: Tier;
}

type Actor = { actorType: "member" | "system"; actorId: string };

/**
 * Puts a partner on a tier, with the platform fee that belongs to it. A smaller tier deletes nothing: what it does
 * not allow is hidden from the next request on, and is there again with a larger one.
 */
export async function setTier(
  context: Context,
  { partnerId, tier }: TierChange,
  actor: Actor = { actorType: "system", actorId: "operator" },
): Promise<{ partnerId: string; tier: Tier; platformFeeBps: number; changed: boolean }> {
  const { db, now } = context;
  const partner = await findPartner(db, partnerId);
  if (!partner) throw notFound();
  const before = { tier: partner.tier, platformFeeBps: partner.platformFeeBps };
  const after = { tier, platformFeeBps: TIERS[tier].platformFeeBps };
  const changed = before.tier !== after.tier || before.platformFeeBps !== after.platformFeeBps;
  if (changed) {
    const audit = { id: newId("audit"), ...actor, action: "partner.tier_changed", objectId: partnerId };
    await writeTier(db, partnerId, after, { ...audit, before, after, at: now() });
    if (!TIERS[tier].allowsCreditPlans) endCheckoutsLater({ ...context, partner }, {});
  }
  return { partnerId, ...after, changed };
}

/** Whether the page itself may change the tier: for the demo on a developer's machine, and never where it is sold. */
export const isTierChosenHere = ({ ENVIRONMENT }: Pick<Settings, "ENVIRONMENT">): boolean =>
  ENVIRONMENT !== "production";

/** A partner puts itself on a tier, where that is possible at all. */
export async function chooseTier(context: PartnerContext, tier: Tier): Promise<void> {
  if (!isTierChosenHere(context.settings)) throw notFound();
  const actor = { actorType: "member", actorId: context.member.id } as const;
  await setTier(context, { partnerId: context.partner.id, tier }, actor);
}
