import { and, eq, gt, gte, lte, or, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { customers, purchases, refundCases } from "./schema";

/**
 * Copies in bulk, to find the few things that a wallet is asked about. They may lag behind: what they say is credited
 * or recorded is so, what they do not say is asked of the wallet.
 */

// D1 allows 100 bound parameters a statement, so a page of ids travels as one JSON text.
const oneOf = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** Which of these customers are the partner's own, by their id. */
export async function listOwnCustomers(db: Database, partnerId: string, customerIds: readonly string[]) {
  return db
    .select({ id: customers.id, email: customers.email })
    .from(customers)
    .where(and(eq(customers.partnerId, partnerId), sql`${customers.id} IN ${oneOf(customerIds)}`));
}

/** The sessions by which these purchases have been credited already. */
export async function listCreditedSessions(
  db: Database,
  partnerId: string,
  accountId: string,
  purchaseIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ sessionId: purchases.checkoutSessionId })
    .from(purchases)
    .where(
      and(
        eq(purchases.partnerId, partnerId),
        eq(purchases.accountId, accountId),
        eq(purchases.state, "credited"),
        sql`${purchases.id} IN ${oneOf(purchaseIds)}`,
      ),
    );
  return rows.flatMap(({ sessionId }) => sessionId ?? []);
}

/** Where a page of credited purchases begins: after the one that was opened then and has this id. */
export interface CreditedPosition {
  openedAt: number;
  purchaseId: string;
}

/** The purchases of an account that were opened in this time and have been credited, the oldest first. */
export async function listCreditedPurchases(
  db: Database,
  partnerId: string,
  accountId: string,
  { since, until }: { since: number; until: number | null },
  after: CreditedPosition | null,
  limit: number,
) {
  const isLater =
    after &&
    or(
      gt(purchases.openedAt, after.openedAt),
      and(eq(purchases.openedAt, after.openedAt), gt(purchases.id, after.purchaseId)),
    );
  return db
    .select({
      purchaseId: purchases.id,
      customerId: purchases.customerId,
      sessionId: purchases.checkoutSessionId,
      openedAt: purchases.openedAt,
    })
    .from(purchases)
    .where(
      and(
        eq(purchases.partnerId, partnerId),
        eq(purchases.accountId, accountId),
        eq(purchases.state, "credited"),
        gte(purchases.openedAt, since),
        until === null ? undefined : lte(purchases.openedAt, until),
        isLater ?? undefined,
      ),
    )
    .orderBy(purchases.openedAt, purchases.id)
    .limit(limit);
}

/** The purchases that these payments paid, with the refunds and disputes of which their copies know. */
export async function listPaidPurchases(
  db: Database,
  partnerId: string,
  accountId: string,
  paymentIntentIds: readonly string[],
) {
  return db
    .select({
      purchaseId: purchases.id,
      customerId: purchases.customerId,
      paymentIntentId: purchases.paymentIntentId,
      refunds: refundCases.refunds,
      disputes: refundCases.disputes,
    })
    .from(purchases)
    .leftJoin(
      refundCases,
      and(eq(refundCases.purchaseId, purchases.id), eq(refundCases.partnerId, partnerId)),
    )
    .where(
      and(
        eq(purchases.partnerId, partnerId),
        eq(purchases.accountId, accountId),
        sql`${purchases.paymentIntentId} IN ${oneOf(paymentIntentIds)}`,
      ),
    );
}
