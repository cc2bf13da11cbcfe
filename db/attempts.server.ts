import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { customers, purchaseAttempts, purchases } from "./schema";

/** Tries to pay a partner that did not go through, of one customer or of all, newest first; `before` begins behind one. */
export async function listAttempts(
  db: Database,
  partnerId: string,
  customerId: string | null,
  before: { at: number; id: string } | null,
  limit: number,
) {
  const isOlder =
    before && sql`(${purchaseAttempts.at}, ${purchaseAttempts.id}) < (${before.at}, ${before.id})`;
  return db
    .select({ attempt: purchaseAttempts, purchase: purchases, customer: customers })
    .from(purchaseAttempts)
    .innerJoin(
      purchases,
      and(eq(purchases.id, purchaseAttempts.purchaseId), eq(purchases.partnerId, partnerId)),
    )
    .innerJoin(
      customers,
      and(eq(customers.id, purchaseAttempts.customerId), eq(customers.partnerId, partnerId)),
    )
    .where(
      and(
        eq(purchaseAttempts.partnerId, partnerId),
        customerId === null ? undefined : eq(purchaseAttempts.customerId, customerId),
        isOlder ?? undefined,
      ),
    )
    .orderBy(desc(purchaseAttempts.at), desc(purchaseAttempts.id))
    .limit(limit);
}

export type ListedAttempt = Awaited<ReturnType<typeof listAttempts>>[number];
