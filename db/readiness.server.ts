import { desc, eq } from "drizzle-orm";
import type { Database } from "./client.server";
import { emailDomains, portalDomains, webhookEvents } from "./schema";
import { setupOf, setupStatements } from "./setup.server";
import { isOwn } from "./webhook-log.server";

/** What the readiness of a partner is computed from, in one round trip that reads at most a few rows. */
export async function readReadiness(db: Database, partnerId: string) {
  const [portal, plans, activePlans, sales, domains, emailDomain, events] = await db.batch([
    ...setupStatements(db, partnerId),
    db
      .select({ host: portalDomains.host, status: portalDomains.status })
      .from(portalDomains)
      .where(eq(portalDomains.partnerId, partnerId))
      .limit(1),
    db
      .select({ domain: emailDomains.domain, status: emailDomains.status })
      .from(emailDomains)
      .where(eq(emailDomains.partnerId, partnerId)),
    db
      .select({ at: webhookEvents.lastDeliveryAt })
      .from(webhookEvents)
      .where(isOwn(partnerId))
      .orderBy(desc(webhookEvents.lastDeliveryAt))
      .limit(1),
  ]);
  return {
    ...setupOf(portal, plans, activePlans, sales),
    domain: domains[0] ?? null,
    emailDomain: emailDomain[0] ?? null,
    hasEvent: events.length > 0,
  };
}

export type Readiness = Awaited<ReturnType<typeof readReadiness>>;
