import { openDatabase } from "../../db/client.server";
import { type WalletCopy, writeWalletCopy } from "../../db/projection.server";
import { deliverDueEmails } from "../email/deliver-due-emails.server";
import { readSettings, type Variables } from "../env.server";
import { newId } from "../ids";
import { MINUTE_MS, SECOND_MS } from "../time";
import type { Entry } from "./posting";
import type { Purchase } from "./purchase";
import type { OutboxRow, WalletStorage } from "./storage";

/** What a wallet needs of the world: where to tell, and how the e-mails that follow are sent. */
export type WalletBindings = Variables & { DB: D1Database };

const ROWS_A_DRAIN = 200;

/**
 * Copies what changed to D1, then forgets that it had to. In this order, so that stopping anywhere repeats a
 * copy and never skips one. Throws when D1 does not take it; nothing is forgotten then.
 */
export async function drainOutbox(
  storage: WalletStorage,
  bindings: WalletBindings,
): Promise<{ isEmpty: boolean }> {
  const rows = storage.outbox(ROWS_A_DRAIN);
  const last = rows.at(-1);
  if (!last) return { isEmpty: true };

  const db = openDatabase(bindings.DB);
  const copy = readCopy(storage, rows);
  await writeWalletCopy(db, copy);
  storage.clearOutbox(last.position);

  if (copy.emails.length > 0) await deliverDueEmails(db, readSettings(bindings));
  return { isEmpty: rows.length < ROWS_A_DRAIN };
}

/** How long a wallet waits after so many drains in a row that failed: 1 s, 2 s, 4 s … up to 5 minutes. */
export const drainDelay = (failures: number): number =>
  Math.min(5 * MINUTE_MS, SECOND_MS * 2 ** Math.min(failures - 1, 10));

function readCopy(storage: WalletStorage, rows: OutboxRow[]): WalletCopy {
  const changed = unique(rows.flatMap((row) => row.purchaseId ?? [])).flatMap(
    (id) => storage.purchase(id) ?? [],
  );
  const entries = unique(rows.flatMap((row) => row.entrySeq ?? [])).flatMap(
    (seq) => storage.entry(seq) ?? [],
  );
  const owner = storage.owner();
  if (!owner) return { purchases: [], entries: [], balance: null, emails: [] };

  const last = entries.at(-1);
  return {
    purchases: changed.map(purchaseCopy),
    entries: entries.map((entry) => ({ ...owner, ...entry })),
    balance: last
      ? { ...owner, balanceMicros: last.balanceAfterMicros, lastSeq: last.seq, updatedAt: last.at }
      : null,
    emails: entries.filter(isPurchase).map((entry) => ({
      id: newId("email"),
      ...owner,
      kind: "receipt" as const,
      subjectId: entry.reference,
      createdAt: entry.at,
    })),
  };
}

const isPurchase = (entry: Entry) => entry.kind === "purchase";

const purchaseCopy = ({ purchaseId, livemode, checkoutUrl, ...purchase }: Purchase) => ({
  id: purchaseId,
  ...purchase,
});

const unique = <T>(values: T[]): T[] => [...new Set(values)];
