import { openDatabase } from "../../db/client.server";
import { writeWalletCopy } from "../../db/projection.server";
import { deliverDueEmails } from "../email/deliver-due-emails.server";
import { readSettings, type Variables } from "../env.server";
import { MINUTE_MS, SECOND_MS } from "../time";
import type { WalletBooks } from "./books";
import { readCopy } from "./copy";
import type { WalletStorage } from "./storage";

/** What a wallet needs of the world: where to tell, and how the e-mails that follow are sent. */
export type WalletBindings = Variables & { DB: D1Database };

const ROWS_A_DRAIN = 200;

/**
 * Copies what changed to D1, then forgets that it had to. In this order, so that stopping anywhere repeats a
 * copy and never skips one. Throws when D1 does not take it; nothing is forgotten then.
 */
export async function drainOutbox(
  storage: WalletStorage,
  books: WalletBooks,
  bindings: WalletBindings,
): Promise<{ isEmpty: boolean }> {
  const rows = storage.outbox(ROWS_A_DRAIN);
  const last = rows.at(-1);
  if (!last) return { isEmpty: true };

  const db = openDatabase(bindings.DB);
  const queued = await writeWalletCopy(db, readCopy(storage, books, rows));
  storage.clearOutbox(last.position);

  if (queued > 0) await deliverDueEmails(db, readSettings(bindings));
  return { isEmpty: rows.length < ROWS_A_DRAIN };
}

const TOGETHER_MS = 200;

/**
 * When a wallet next tells D1 of a change: at the end of the current fifth of a second, together with everything that
 * changes until then. A customer at whom a hundred payments arrive is copied five times a second and not a hundred.
 */
export const nextCopyAt = (now: number): number => (Math.floor(now / TOGETHER_MS) + 1) * TOGETHER_MS;

/** How long a wallet waits after so many drains in a row that failed: 1 s, 2 s, 4 s … up to 5 minutes. */
export const drainDelay = (failures: number): number =>
  Math.min(5 * MINUTE_MS, SECOND_MS * 2 ** Math.min(failures - 1, 10));
