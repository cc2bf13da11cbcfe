import { and, eq } from "drizzle-orm";
import type { Database } from "./client.server";
import { customers, partners, purchases } from "./schema";

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
