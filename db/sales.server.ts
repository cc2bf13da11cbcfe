import { and, desc, eq } from "drizzle-orm";
import type { Database } from "./client.server";
import { type AskedCustomer, isOf, listedPurchases } from "./listed-tables";
import { isFrom, type PageStart } from "./page-start";

/** Which purchases are asked for. Null is all of them. */
export interface PurchaseNarrowing {
  state: typeof listedPurchases.$inferSelect.state | null;
  customer: AskedCustomer;
}

/**
 * A partner's purchases, newest first, with who bought, whether the receipt went out and how a refund case stands. By
 * state, by customer, by address, and by state and address a page costs a page.
 */
export async function listPurchases(
  db: Database,
  partnerId: string,
  { state, customer }: PurchaseNarrowing,
  from: PageStart | null,
  limit: number,
) {
  return db
    .select()
    .from(listedPurchases)
    .where(
      and(
        eq(listedPurchases.partnerId, partnerId),
        isOf(listedPurchases, customer),
        state ? eq(listedPurchases.state, state) : undefined,
        isFrom(listedPurchases.openedAt, listedPurchases.id, from),
      ),
    )
    .orderBy(desc(listedPurchases.openedAt), desc(listedPurchases.id))
    .limit(limit);
}

export type ListedPurchase = typeof listedPurchases.$inferSelect;

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
