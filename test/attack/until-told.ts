import { setTimeout as sleep } from "node:timers/promises";
import type { Disk } from "./read-disk";

const WITHIN_MS = 30_000;

type Query = (sql: string) => Promise<Record<string, unknown>[]>;

/** Waits until D1 holds what wallets held when they were left in peace, at most half a minute. */
export async function untilTold({ wallets }: Disk, query: Query): Promise<void> {
  const held = [...wallets.values()];
  const entries = held.reduce((sum, wallet) => sum + wallet.entries.length, 0);
  const changes = held.flatMap(({ purchases }) => purchases).reduce((sum, { revision }) => sum + revision, 0);
  for (const deadline_ms = Date.now() + WITHIN_MS; Date.now() < deadline_ms; await sleep(200)) {
    const [told] = await query(
      `SELECT (SELECT count(*) FROM ledger_entries) AS entries,
         (SELECT coalesce(sum(revision), 0) FROM purchases) AS changes`,
    );
    if (told?.entries === entries && told.changes === changes) break;
  }
  // A wallet forgets what it had to tell just after D1 has it.
  await sleep(1_000);
}
