import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "./client.server";
import { creditPlans, emailDomains, portalDomains, portals, salesByDay, webhookEvents } from "./schema";
import { isOwn } from "./webhook-log.server";

/** What the readiness of a partner is computed from, in one round trip that reads at most a few rows. */
export async function readReadiness(db: Database, partnerId: string) {
  const ofPlans = and(eq(creditPlans.partnerId, partnerId), isNull(creditPlans.deletedAt));
  const [portal, domains, emailDomain, plans, activePlans, sales, events] = await db.batch([
    db.select().from(portals).where(eq(portals.partnerId, partnerId)),
    db
      .select({ host: portalDomains.host, status: portalDomains.status })
      .from(portalDomains)
      .where(eq(portalDomains.partnerId, partnerId))
      .limit(1),
    db
      .select({ domain: emailDomains.domain, status: emailDomains.status })
      .from(emailDomains)
      .where(eq(emailDomains.partnerId, partnerId)),
    db.select({ id: creditPlans.id }).from(creditPlans).where(ofPlans).limit(1),
    db
      .select({ id: creditPlans.id })
      .from(creditPlans)
      .where(and(ofPlans, eq(creditPlans.active, true)))
      .limit(1),
    db
      .select({ day: salesByDay.day })
      .from(salesByDay)
      .where(and(eq(salesByDay.partnerId, partnerId), gt(salesByDay.sold, 0)))
      .limit(1),
    db
      .select({ at: webhookEvents.lastDeliveryAt })
      .from(webhookEvents)
      .where(isOwn(partnerId))
      .orderBy(desc(webhookEvents.lastDeliveryAt))
      .limit(1),
  ]);
  return {
    portal: portal[0] ?? null,
    domain: domains[0] ?? null,
    emailDomain: emailDomain[0] ?? null,
    hasPlan: plans.length > 0,
    hasActivePlan: activePlans.length > 0,
    hasSale: sales.length > 0,
    hasEvent: events.length > 0,
  };
}

export type Readiness = Awaited<ReturnType<typeof readReadiness>>;
