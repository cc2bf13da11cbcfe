import { and, count, desc, eq, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { customers, emails, purchases, refundCases } from "./schema";

/** A partner's newest purchases, with who bought and whether the receipt went out. */
export async function listRecentPurchases(db: Database, partnerId: string, limit: number) {
  return db
    .select({ purchase: purchases, customer: customers, receiptStatus: emails.status })
    .from(purchases)
    .innerJoin(customers, and(eq(customers.id, purchases.customerId), eq(customers.partnerId, partnerId)))
    .leftJoin(emails, and(eq(emails.kind, "receipt"), eq(emails.subjectId, purchases.id)))
    .where(eq(purchases.partnerId, partnerId))
    .orderBy(desc(purchases.openedAt), desc(purchases.id))
    .limit(limit);
}

/** One customer's purchases with their refund cases, newest first; `before` begins behind one. */
export async function listCustomerPurchases(
  db: Database,
  partnerId: string,
  customerId: string,
  before: { openedAt: number; id: string } | null,
  limit: number,
) {
  const isOlder =
    before && sql`(${purchases.openedAt}, ${purchases.id}) < (${before.openedAt}, ${before.id})`;
  return db
    .select({ purchase: purchases, dueMicros: refundCases.dueMicros, receiptStatus: emails.status })
    .from(purchases)
    .leftJoin(refundCases, eq(refundCases.purchaseId, purchases.id))
    .leftJoin(emails, and(eq(emails.kind, "receipt"), eq(emails.subjectId, purchases.id)))
    .where(
      and(eq(purchases.partnerId, partnerId), eq(purchases.customerId, customerId), isOlder ?? undefined),
    )
    .orderBy(desc(purchases.openedAt), desc(purchases.id))
    .limit(limit);
}

export type CustomerPurchase = Awaited<ReturnType<typeof listCustomerPurchases>>[number];

export type RecentPurchase = Awaited<ReturnType<typeof listRecentPurchases>>[number];

/** How often each plan was bought, among a partner's newest purchases: a bounded look, however many there are. */
export async function countNewestSales(
  db: Database,
  partnerId: string,
  limit: number,
): Promise<Map<string, number>> {
  const newest = db
    .select({ planId: purchases.planId, state: purchases.state })
    .from(purchases)
    .where(eq(purchases.partnerId, partnerId))
    .orderBy(desc(purchases.openedAt), desc(purchases.id))
    .limit(limit)
    .as("newest");
  const sold = await db
    .select({ planId: newest.planId, sold: count() })
    .from(newest)
    .where(eq(newest.state, "credited"))
    .groupBy(newest.planId);
  return new Map(sold.map((row) => [row.planId, row.sold]));
}
