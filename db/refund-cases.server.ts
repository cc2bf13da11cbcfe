import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { listedPurchases } from "./listed-tables";
import { auditLog, customers, partners, purchases } from "./schema";

/** A partner's purchases with a refund case about which nobody has decided yet, the newest case first. */
export async function listOpenCases(db: Database, partnerId: string, limit: number) {
  const { id, customerId, customerEmail, planName, currency, refundedMinor, disputedMinor } = listedPurchases;
  return (
    db
      .select({
        ...{ id, customerId, customerEmail, planName, currency, refundedMinor, disputedMinor },
        caseDueMicros: sql<number>`${listedPurchases.caseDueMicros}`,
      })
      .from(listedPurchases)
      // Zero is written out, as in the index.
      .where(and(eq(listedPurchases.partnerId, partnerId), gt(listedPurchases.caseDueMicros, sql`0`)))
      .orderBy(desc(listedPurchases.caseOpenedAt), desc(listedPurchases.id))
      .limit(limit)
  );
}

export type WaitingCase = Awaited<ReturnType<typeof listOpenCases>>[number];

/** Changes what happens to credits from now on when their money goes back, together with its audit row. */
export async function writeRefundPolicy(
  db: Database,
  partnerId: string,
  refundPolicy: "manual" | "available" | "full",
  audit: Omit<typeof auditLog.$inferInsert, "partnerId">,
): Promise<void> {
  await db.batch([
    db.update(partners).set({ refundPolicy }).where(eq(partners.id, partnerId)),
    db.insert(auditLog).values({ ...audit, partnerId }),
  ]);
}

/** The purchase that a payment paid, with its partner's refund policy. */
export async function findPaidPurchase(db: Database, accountId: string, paymentIntentId: string) {
  const row = await db
    .select({ purchaseId: purchases.id, customerId: purchases.customerId, policy: partners.refundPolicy })
    .from(purchases)
    .innerJoin(partners, eq(partners.id, purchases.partnerId))
    .where(and(eq(purchases.paymentIntentId, paymentIntentId), eq(purchases.accountId, accountId)))
    .get();
  return row ?? null;
}

/** The refund policy of the partner whose customer this is, or null when there is no such customer. */
export async function findRefundPolicy(db: Database, customerId: string) {
  const row = await db
    .select({ policy: partners.refundPolicy })
    .from(customers)
    .innerJoin(partners, eq(partners.id, customers.partnerId))
    .where(eq(customers.id, customerId))
    .get();
  return row?.policy ?? null;
}
