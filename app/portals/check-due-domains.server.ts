import { listDueDomains } from "../../db/portal-domains.server";
import { findPortal } from "../../db/portals.server";
import type { Context } from "../context.server";
import { logError } from "../log";
import { checkDomain } from "./check-domain.server";

const MOST_AT_ONCE = 20;

/** Looks up every claim whose time has come. One that fails stops no other. */
export async function checkDueDomains(context: Context): Promise<void> {
  for (const domain of await listDueDomains(context.db, context.now(), MOST_AT_ONCE)) {
    const portal = await findPortal(context.db, domain.partnerId);
    if (!portal) continue;
    await checkDomain(context, portal, domain, { type: "system", id: "cron" }).catch((error) =>
      logError("domain_check_failed", { error }),
    );
  }
}
