import type { Database } from "./client.server";

export interface UnsettledPurchase {
  purchaseId: string;
  customerId: string;
  accountId: string;
  checkoutSessionId: string;
}

export interface DueCheck extends UnsettledPurchase {
  /** How often Stripe was asked about it before. */
  times: number;
  /** The page at Stripe can still be paid on, and nobody would be sold this plan, or on this account, any more. */
  isOffOffer: boolean;
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
): Promise<DueCheck[]> {
  const { results } = await d1
    .prepare(
      `SELECT purchase.id AS purchaseId, customer_id AS customerId, account_id AS accountId,
         checkout_session_id AS checkoutSessionId, coalesce(times, 0) AS times,
         state = 'open' AND (active IS 0 OR EXISTS (
           SELECT 1 FROM connected_accounts AS account
           WHERE account.partner_id = purchase.partner_id
             AND (account.account_id <> purchase.account_id OR account.deauthorized_at IS NOT NULL)
         )) AS isOffOffer
       FROM purchases AS purchase LEFT JOIN purchase_checks ON purchase_id = purchase.id
         LEFT JOIN credit_plans AS plan ON plan.id = plan_id AND plan.partner_id = purchase.partner_id
       WHERE state IN ('open', 'processing') AND checkout_session_id IS NOT NULL
         AND coalesce(next_at, opened_at + ?2) <= ?1
       ORDER BY coalesce(next_at, opened_at + ?2) LIMIT ?3`,
    )
    .bind(now, firstAfter_ms, limit)
    .all<Omit<DueCheck, "isOffOffer"> & { isOffOffer: number }>();
  return results.map((row) => ({ ...row, isOffOffer: row.isOffOffer === 1 }));
}

/**
 * Makes every open checkout of a plan, or of all plans, due for the sweep at once, and answers the oldest of them. Whoever then ends
 * them may stop anywhere: the sweep goes on.
 */
export async function hastenChecks(
  { $client: d1 }: Database,
  partnerId: string,
  planId: string | null,
  now: number,
  limit: number,
): Promise<UnsettledPurchase[]> {
  const [, oldest] = await d1.batch<UnsettledPurchase>([
    d1
      .prepare(
        `INSERT INTO purchase_checks (purchase_id, times, next_at)
         SELECT id, 0, ?3 FROM purchases
         WHERE partner_id = ?1 AND (?2 IS NULL OR plan_id = ?2) AND state = 'open' AND checkout_session_id IS NOT NULL
         ON CONFLICT (purchase_id) DO UPDATE SET next_at = min(next_at, excluded.next_at)`,
      )
      .bind(partnerId, planId, now),
    d1
      .prepare(
        `SELECT id AS purchaseId, customer_id AS customerId, account_id AS accountId,
           checkout_session_id AS checkoutSessionId
         FROM purchases
         WHERE partner_id = ?1 AND (?2 IS NULL OR plan_id = ?2) AND state = 'open' AND checkout_session_id IS NOT NULL
         ORDER BY opened_at LIMIT ?3`,
      )
      .bind(partnerId, planId, limit),
  ]);
  return oldest?.results ?? [];
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
