import type { CustomerCopies, WalletCopy } from "../../db/projection.server";
import type { WalletBooks } from "./books";
import { calledFor, fallOf } from "./news";
import type { Purchase } from "./purchase";
import type { CaseView } from "./results";
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

/** The newest state of everything that these rows name, as D1 keeps it, and what is to be said of what is news. */
export function readCopy(storage: WalletStorage, books: WalletBooks, rows: OutboxRow[]): WalletCopy {
  const owner = storage.owner();
  if (!owner) return { ...NO_COPIES, emails: [], fall: null };

  const changed = unique(rows.flatMap((row) => row.purchaseId ?? [])).map((id) => {
    const purchase = books.existing(id);
    return { purchase, view: readCase(books, purchase) };
  });
  const entries = unique(rows.flatMap((row) => row.entrySeq ?? [])).flatMap(
    (seq) => storage.entry(seq) ?? [],
  );
  const news = rows.filter((row) => !row.isRetold);
  const newPurchases = new Set(news.map((row) => row.purchaseId));
  const newEntries = new Set(news.map((row) => row.entrySeq));
  const entered = entries.filter(({ seq }) => newEntries.has(seq));
  // Of the ledger and not of these rows: what is told again may come behind what is newer.
  const last = entries.length > 0 ? storage.lastEntry() : null;
  return {
    purchases: changed.map(purchaseCopy),
    attempts: changed.flatMap(({ purchase }) =>
      books.attempts.list(purchase.purchaseId).map(({ attemptId, ...attempt }) => ({
        id: attemptId,
        ...owner,
        ...attempt,
      })),
    ),
    cases: changed.flatMap((one) => caseCopy(one) ?? []),
    entries: entries.map((entry) => ({ ...owner, ...entry })),
    balance: last
      ? { ...owner, balanceMicros: last.balanceAfterMicros, lastSeq: last.seq, updatedAt: last.at }
      : null,
    emails: calledFor(
      owner,
      changed.filter(({ purchase }) => newPurchases.has(purchase.purchaseId)),
      entered,
      Date.now(),
    ),
    fall: last && fallOf(owner, entered, last),
  };
}

/** All that D1 is to have of this wallet. */
export function readWholeCopy(storage: WalletStorage, books: WalletBooks): CustomerCopies {
  const { emails: _, fall: __, ...copies } = readCopy(storage, books, storage.everything());
  return copies;
}

interface Changed {
  purchase: Purchase;
  view: CaseView | null;
}

function purchaseCopy({ purchase, view }: Changed): WalletCopy["purchases"][number] {
  const { purchaseId, checkoutUrl, ...rest } = purchase;
  const money = view?.money ?? { refundedMinor: 0, disputedMinor: 0 };
  return { id: purchaseId, ...rest, ...money };
}

function caseCopy({ purchase, view }: Changed): WalletCopy["cases"][number] | null {
  if (!view) return null;
  const { purchaseId, partnerId, customerId, revision } = purchase;
  return { purchaseId, partnerId, customerId, revision, ...view.file, ...view.standing };
}

const unique = <T>(values: T[]): T[] => [...new Set(values)];
