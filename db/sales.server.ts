import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { customers, emails, purchases, refundCases } from "./schema";

/** Which purchases are asked for. Null is all of them. */
export interface PurchaseNarrowing {
  state: typeof purchases.$inferSelect.state | null;
  customerId: string | null;
}

/**
 * A partner's purchases, newest first, with who bought and whether the receipt went out; `before` begins behind one. By
 * state or by customer a page costs a page; by both it reads on, at most all purchases of that customer.
 */
export async function listPurchases(
  db: Database,
  partnerId: string,
  { state, customerId }: PurchaseNarrowing,
  before: { at: number; id: string } | null,
  limit: number,
) {
  const isOlder = before && sql`(${purchases.openedAt}, ${purchases.id}) < (${before.at}, ${before.id})`;
  return db
    .select({ purchase: purchases, customer: customers, receiptStatus: emails.status })
    .from(purchases)
    .innerJoin(customers, and(eq(customers.id, purchases.customerId), eq(customers.partnerId, partnerId)))
    .leftJoin(emails, and(eq(emails.kind, "receipt"), eq(emails.subjectId, purchases.id)))
    .where(
      and(
        eq(purchases.partnerId, partnerId),
        customerId === null ? undefined : eq(purchases.customerId, customerId),
        state ? isInState(state, customerId !== null) : undefined,
        isOlder ?? undefined,
      ),
    )
    .orderBy(desc(purchases.openedAt), desc(purchases.id))
    .limit(limit);
}

/** A plus keeps SQLite from going by state where going by customer reads less. */
const isInState = (state: string, isOfOne: boolean) =>
  isOfOne ? sql`+${purchases.state} = ${state}` : sql`${purchases.state} = ${state}`;

export type ListedPurchase = Awaited<ReturnType<typeof listPurchases>>[number];

/** One customer's purchases with their refund cases, newest first; `before` begins behind one. */
export async function listCustomerPurchases(
  db: Database,
  partnerId: string,
  customerId: string,
  before: { at: number; id: string } | null,
  limit: number,
) {
  const isOlder = before && sql`(${purchases.openedAt}, ${purchases.id}) < (${before.at}, ${before.id})`;
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

/** What was sold of one plan in one currency. */
export interface PlanSales {
  planId: string;
  currency: string;
  sold: number;
  /** Of these, on the day `since` and later. */
  soldLately: number;
  /** What was paid and did not go back. */
  netMinor: number;
}

/** What a partner sold of each plan, also of deleted ones: read from the daily sums, however many bought. */
export async function readPlanSales(
  { $client: d1 }: Database,
  partnerId: string,
  since: string,
): Promise<PlanSales[]> {
  const { results } = await d1.prepare(PLAN_SALES).bind(partnerId, since).all<PlanSales>();
  return results;
}

const PLAN_SALES = `
  SELECT plan_id AS planId, currency, sum(sold) AS sold, sum(iif(day >= ?2, sold, 0)) AS soldLately,
    sum(gross_minor - refunded_minor - disputed_minor) AS netMinor
  FROM sales_by_day WHERE partner_id = ?1 GROUP BY plan_id, currency`;
