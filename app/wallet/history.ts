import type { RestorationStorage } from "./restoration-storage";
import type { HistoryPage, WalletSummary } from "./results";
import type { WalletStorage } from "./storage";

/** What a wallet shows before anything was opened in it. */
export const EMPTY_SUMMARY: WalletSummary = {
  balanceMicros: 0,
  updatedAt: null,
  entries: [],
  restoredAt: null,
};
export const EMPTY_HISTORY: HistoryPage = { entries: [], next: null };

/** The balance with the newest entries beside it, so that a page needs one call. */
export function readSummary(
  storage: WalletStorage,
  restoration: RestorationStorage,
  newest: number,
): WalletSummary {
  const last = storage.lastEntry();
  const { entries } = readHistory(storage, null, newest);
  return {
    balanceMicros: last?.balanceAfterMicros ?? 0,
    updatedAt: last?.at ?? null,
    entries,
    restoredAt: restoration.restoredAt(),
  };
}

/** Entries before `beforeSeq` (all, when null), newest first; `next` is where the following page begins. */
export function readHistory(storage: WalletStorage, beforeSeq: number | null, limit: number): HistoryPage {
  const found = storage.entries(beforeSeq, limit + 1);
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}
