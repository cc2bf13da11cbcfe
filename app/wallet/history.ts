import type { HistoryPage, WalletSummary } from "./results";
import type { WalletStorage } from "./storage";

/** What a wallet shows before anything was opened in it. */
export const EMPTY_SUMMARY: WalletSummary = { balanceMicros: 0, updatedAt: null, entries: [] };
export const EMPTY_HISTORY: HistoryPage = { entries: [], next: null };

/** The balance with the newest entries beside it, so that a page needs one call. */
export function readSummary(storage: WalletStorage, newest: number): WalletSummary {
  const last = storage.lastEntry();
  if (!last) return EMPTY_SUMMARY;
  const { entries } = readHistory(storage, null, newest);
  return { balanceMicros: last.balanceAfterMicros, updatedAt: last.at, entries };
}

/** Entries before `beforeSeq` (all, when null), newest first; `next` is where the following page begins. */
export function readHistory(storage: WalletStorage, beforeSeq: number | null, limit: number): HistoryPage {
  const found = storage.entries(beforeSeq, limit + 1);
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}
