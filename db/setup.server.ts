import { and, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "./client.server";
import type { Portal } from "./portals.server";
import { creditPlans, portals, salesByDay } from "./schema";

/** How far a partner's setup has come: statements for a batch, each of which reads one row at most. */
export function setupStatements(db: Database, partnerId: string) {
  const ofPlans = and(eq(creditPlans.partnerId, partnerId), isNull(creditPlans.deletedAt));
  return [
    db.select().from(portals).where(eq(portals.partnerId, partnerId)),
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
  ] as const;
}

/** What the answers to those statements say, in their order. */
export const setupOf = (portals: Portal[], plans: unknown[], activePlans: unknown[], sales: unknown[]) => ({
  portal: portals[0] ?? null,
  hasPlan: plans.length > 0,
  hasActivePlan: activePlans.length > 0,
  hasSale: sales.length > 0,
});
