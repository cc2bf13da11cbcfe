import type { Database } from "./client.server";

export interface UnsettledPurchase {
  purchaseId: string;
  customerId: string;
  accountId: string;
  checkoutSessionId: string;
  /** How often Stripe was asked about it before. */
  times: number;
}

/**
 * Purchases of all partners that still wait and are due to be asked about, longest due first. One that was never
 * asked about is due `firstAfter_ms` after it was opened.
 */
export async function listDueChecks(
  { $client: d1 }: Database,
  now: number,
  firstAfter_ms: number,
  limit: number,
): Promise<UnsettledPurchase[]> {
  const { results } = await d1
    .prepare(
      `SELECT id AS purchaseId, customer_id AS customerId, account_id AS accountId,
         checkout_session_id AS checkoutSessionId, coalesce(times, 0) AS times
       FROM purchases LEFT JOIN purchase_checks ON purchase_id = id
       WHERE state IN ('open', 'processing') AND checkout_session_id IS NOT NULL
         AND coalesce(next_at, opened_at + ?2) <= ?1
       ORDER BY coalesce(next_at, opened_at + ?2) LIMIT ?3`,
    )
    .bind(now, firstAfter_ms, limit)
    .all<UnsettledPurchase>();
  return results;
}

/** Writes down that Stripe was asked, and when it is asked again if the purchase still waits then. */
export async function writeCheck(
  { $client: d1 }: Database,
  purchaseId: string,
  nextAt: number,
): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO purchase_checks (purchase_id, times, next_at) VALUES (?1, 1, ?2)
       ON CONFLICT (purchase_id) DO UPDATE SET times = times + 1, next_at = excluded.next_at`,
    )
    .bind(purchaseId, nextAt)
    .run();
}
