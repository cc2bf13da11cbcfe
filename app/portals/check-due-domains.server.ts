import { listDueDomains } from "../../db/portal-domains.server";
import { findPortal } from "../../db/portals.server";
import type { Context } from "../context.server";
import { logError } from "../log";
import { TIER_NAMES, TIERS } from "../partners/tier";
import { checkDomain } from "./check-domain.server";

const MOST_AT_ONCE = 20;

const TIERS_WITH_DOMAIN = TIER_NAMES.filter((tier) => TIERS[tier].allowsCustomDomain);

/**
 * Looks up every claim whose time has come. One that fails stops no other. On a tier without domains only what is in use is
 * looked up, so that it is noticed when it leads elsewhere; nothing new comes into use.
 */
export async function checkDueDomains(context: Context): Promise<void> {
  for (const domain of await listDueDomains(context.db, TIERS_WITH_DOMAIN, context.now(), MOST_AT_ONCE)) {
    const portal = await findPortal(context.db, domain.partnerId);
    if (!portal) continue;
    await checkDomain(context, portal, domain, { type: "system", id: "cron" }).catch((error) =>
      logError("domain_check_failed", { error }),
    );
  }
}
