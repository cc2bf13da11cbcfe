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
  const copy = readCopy(storage, books, rows);
  await writeWalletCopy(db, copy);
  storage.clearOutbox(last.position);

  if (copy.emails.length > 0) await deliverDueEmails(db, readSettings(bindings));
  return { isEmpty: rows.length < ROWS_A_DRAIN };
}

/** How long a wallet waits after so many drains in a row that failed: 1 s, 2 s, 4 s … up to 5 minutes. */
export const drainDelay = (failures: number): number =>
  Math.min(5 * MINUTE_MS, SECOND_MS * 2 ** Math.min(failures - 1, 10));
