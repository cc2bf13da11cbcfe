import { and, asc, eq } from "drizzle-orm";
import type { Database } from "./client.server";
import type { CustomerCopies } from "./projection.server";
import { FORGET_CUSTOMER_SALES } from "./sales-by-customer.server";
import { TAKE_FROM_SALES } from "./sales-by-day.server";
import { customerBalances, ledgerEntries, purchaseAttempts, purchases, refundCases } from "./schema";

type Copied =
  | typeof purchases
  | typeof purchaseAttempts
  | typeof refundCases
  | typeof ledgerEntries
  | typeof customerBalances;

/** All copies of what one customer's wallet holds, as of one moment. */
export async function readCopies(
  db: Database,
  partnerId: string,
  customerId: string,
): Promise<CustomerCopies> {
  const isOwn = (table: Copied) => and(eq(table.partnerId, partnerId), eq(table.customerId, customerId));
  const [ownPurchases, attempts, cases, entries, [balance = null]] = await db.batch([
    db.select().from(purchases).where(isOwn(purchases)).orderBy(asc(purchases.openedAt), asc(purchases.id)),
    db.select().from(purchaseAttempts).where(isOwn(purchaseAttempts)).orderBy(asc(purchaseAttempts.id)),
    db.select().from(refundCases).where(isOwn(refundCases)).orderBy(asc(refundCases.purchaseId)),
    db.select().from(ledgerEntries).where(isOwn(ledgerEntries)).orderBy(asc(ledgerEntries.seq)),
    db.select().from(customerBalances).where(isOwn(customerBalances)),
  ]);
  return { purchases: ownPurchases, attempts, cases, entries, balance };
}

/**
 * Forgets all copies of one customer, in one transaction. A drain that is under way writes its rows before or after, and
 * both are right: what it writes is in the wallet.
 */
export async function forgetCopies(
  { $client: d1 }: Database,
  partnerId: string,
  customerId: string,
): Promise<void> {
  const statement = (sql: string) => d1.prepare(sql).bind(partnerId, customerId);
  await d1.batch([
    // First, while the rows still say what was counted.
    statement(TAKE_FROM_SALES),
    statement(FORGET_CUSTOMER_SALES),
    statement("DELETE FROM purchases WHERE partner_id = ? AND customer_id = ?"),
    statement("DELETE FROM purchase_attempts WHERE partner_id = ? AND customer_id = ?"),
    statement("DELETE FROM refund_cases WHERE partner_id = ? AND customer_id = ?"),
    statement("DELETE FROM ledger_entries WHERE partner_id = ? AND customer_id = ?"),
    statement("DELETE FROM customer_balances WHERE partner_id = ? AND customer_id = ?"),
  ]);
}
