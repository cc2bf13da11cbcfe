import type { CustomerCopies, WalletCopy } from "../../db/projection.server";
import { newId } from "../ids";
import type { WalletBooks } from "./books";
import type { Purchase } from "./purchase";
import { readCase } from "./reversals";
import type { OutboxRow, WalletStorage } from "./storage";

/** What D1 has of a wallet in which nothing is. */
export const NO_COPIES: CustomerCopies = {
  purchases: [],
  attempts: [],
  cases: [],
  entries: [],
  balance: null,
};

/** The newest state of everything that these rows name, as D1 keeps it. */
export function readCopy(storage: WalletStorage, books: WalletBooks, rows: OutboxRow[]): WalletCopy {
  const owner = storage.owner();
  if (!owner) return { ...NO_COPIES, emails: [] };

  const changed = unique(rows.flatMap((row) => row.purchaseId ?? [])).map((id) => books.existing(id));
  const entries = unique(rows.flatMap((row) => row.entrySeq ?? [])).flatMap(
    (seq) => storage.entry(seq) ?? [],
  );
  const isNews = new Set(rows.flatMap((row) => (row.isRetold ? [] : (row.entrySeq ?? []))));
  // Of the ledger and not of these rows: what is told again may come behind what is newer.
  const last = entries.length > 0 ? storage.lastEntry() : null;
  return {
    purchases: changed.map((purchase) => purchaseCopy(books, purchase)),
    attempts: changed.flatMap(({ purchaseId }) =>
      books.attempts.list(purchaseId).map(({ attemptId, ...attempt }) => ({
        id: attemptId,
        ...owner,
        ...attempt,
      })),
    ),
    cases: changed.flatMap((purchase) => caseCopy(books, purchase) ?? []),
    entries: entries.map((entry) => ({ ...owner, ...entry })),
    balance: last
      ? { ...owner, balanceMicros: last.balanceAfterMicros, lastSeq: last.seq, updatedAt: last.at }
      : null,
    emails: entries
      .filter(({ kind, seq }) => kind === "purchase" && isNews.has(seq))
      .map((entry) => ({
        id: newId("email"),
        ...owner,
        kind: "receipt" as const,
        subjectId: entry.reference,
        createdAt: entry.at,
      })),
  };
}

/** All that D1 is to have of this wallet. */
export function readWholeCopy(storage: WalletStorage, books: WalletBooks): CustomerCopies {
  const { emails: _, ...copies } = readCopy(storage, books, storage.everything());
  return copies;
}

function purchaseCopy(books: WalletBooks, purchase: Purchase): WalletCopy["purchases"][number] {
  const { purchaseId, checkoutUrl, ...rest } = purchase;
  const money = readCase(books, purchase)?.money ?? { refundedMinor: 0, disputedMinor: 0 };
  return { id: purchaseId, ...rest, ...money };
}

function caseCopy(books: WalletBooks, purchase: Purchase): WalletCopy["cases"][number] | null {
  const view = readCase(books, purchase);
  if (!view) return null;
  const { purchaseId, partnerId, customerId, revision } = purchase;
  return { purchaseId, partnerId, customerId, revision, ...view.file, ...view.standing };
}

const unique = <T>(values: T[]): T[] => [...new Set(values)];
