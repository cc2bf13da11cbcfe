import { and, desc, eq } from "drizzle-orm";
import type { Database } from "./client.server";
import {
  type AskedCustomer,
  isOf,
  listedPartners,
  listedPurchases,
  type SoldByCurrency,
} from "./listed-tables";
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

/** All that a partner sold, also of plans that are deleted. */
export async function readAllSales(db: Database, partnerId: string): Promise<SoldByCurrency> {
  const partner = await db
    .select({ sales: listedPartners.sales })
    .from(listedPartners)
    .where(eq(listedPartners.id, partnerId))
    .get();
  return partner?.sales ?? {};
}
