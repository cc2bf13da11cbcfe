import { and, desc, eq, gt } from "drizzle-orm";
import type { Database } from "./client.server";
import { auditLog, customers, partners, purchases, refundCases } from "./schema";

/** A partner's refund cases about which nobody has decided yet, newest first. */
export async function listOpenCases(db: Database, partnerId: string, limit: number) {
  return db
    .select({ case: refundCases, purchase: purchases, customer: customers })
    .from(refundCases)
    .innerJoin(purchases, and(eq(purchases.id, refundCases.purchaseId), eq(purchases.partnerId, partnerId)))
    .innerJoin(customers, and(eq(customers.id, refundCases.customerId), eq(customers.partnerId, partnerId)))
    .where(and(eq(refundCases.partnerId, partnerId), gt(refundCases.dueMicros, 0)))
    .orderBy(desc(refundCases.openedAt), desc(refundCases.purchaseId))
    .limit(limit);
}

export type OpenCase = Awaited<ReturnType<typeof listOpenCases>>[number];

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
