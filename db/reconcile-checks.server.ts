import type { Database } from "./client.server";

export interface DueAccount {
  partnerId: string;
  accountId: string;
  livemode: boolean;
}

/** Accounts of all partners whose daily comparison is due, longest due first. Who disconnected is left out. */
export async function listDueAccounts(
  { $client: d1 }: Database,
  now: number,
  limit: number,
): Promise<DueAccount[]> {
  const { results } = await d1
    .prepare(
      `SELECT partner_id AS partnerId, connected_accounts.account_id AS accountId, livemode
       FROM connected_accounts LEFT JOIN reconcile_checks USING (account_id)
       WHERE deauthorized_at IS NULL AND coalesce(next_at, 0) <= ?1
       ORDER BY coalesce(next_at, 0) LIMIT ?2`,
    )
    .bind(now, limit)
    .all<Omit<DueAccount, "livemode"> & { livemode: 0 | 1 }>();
  return results.map((row) => ({ ...row, livemode: row.livemode === 1 }));
}

export async function writeReconcileCheck(
  { $client: d1 }: Database,
  accountId: string,
  nextAt: number,
): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO reconcile_checks (account_id, next_at) VALUES (?1, ?2)
       ON CONFLICT (account_id) DO UPDATE SET next_at = excluded.next_at`,
    )
    .bind(accountId, nextAt)
    .run();
}
