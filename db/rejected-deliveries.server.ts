import type { Database } from "./client.server";

interface Rejected<Cause> {
  cause: Cause;
  deliveries: number;
  firstAt: number;
  lastAt: number;
}

/** Counts deliveries that were turned away. There is one row an hour and cause, whatever anybody sends. */
export async function countRejected(
  { $client: d1 }: Database,
  { hourAt, cause, deliveries, at }: { hourAt: number; cause: string; deliveries: number; at: number },
): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO rejected_deliveries (hour_at, cause, deliveries, first_at, last_at) VALUES (?1, ?2, ?3, ?4, ?4)
       ON CONFLICT (hour_at, cause) DO UPDATE SET deliveries = deliveries + excluded.deliveries,
         first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)`,
    )
    .bind(hourAt, cause, deliveries, at)
    .run();
}

/** What was turned away since then, summed up by cause, the latest first. The table's CHECK knows the causes. */
export async function listRejected<Cause extends string>(
  { $client: d1 }: Database,
  since: number,
): Promise<Rejected<Cause>[]> {
  const { results } = await d1
    .prepare(
      `SELECT cause, sum(deliveries) AS deliveries, min(first_at) AS firstAt, max(last_at) AS lastAt
       FROM rejected_deliveries WHERE hour_at >= ?1 GROUP BY cause ORDER BY lastAt DESC`,
    )
    .bind(since)
    .all<Rejected<Cause>>();
  return results;
}

/** Forgets what was counted before then. */
export async function deleteRejected({ $client: d1 }: Database, before: number): Promise<void> {
  await d1.prepare("DELETE FROM rejected_deliveries WHERE hour_at < ?1").bind(before).run();
}
