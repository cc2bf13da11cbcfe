import { type EntryType, kindsOf } from "./posting";
import type { RestorationStorage } from "./restoration-storage";
import type { HistoryPage, WalletSummary } from "./results";
import type { WalletStorage } from "./storage";

/** What a wallet shows before anything was opened in it. */
export const EMPTY_SUMMARY: WalletSummary = {
  balanceMicros: 0,
  usedMicros: 0,
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
    usedMicros: 0 - storage.movedBy(kindsOf("Used")),
    updatedAt: last?.at ?? null,
    entries,
    restoredAt: restoration.restoredAt(),
  };
}

/** How many entries one look for a type goes through: what is asked of a wallet must not grow with its ledger. */
const ENTRIES_A_LOOK = 5_000;

/**
 * Entries before `beforeSeq` (all, when null), newest first; `next` is where the following page begins. Of one type
 * a page may be short, or empty, before the end: then nothing more was among the entries of this look.
 */
export function readHistory(
  storage: WalletStorage,
  beforeSeq: number | null,
  limit: number,
  type: EntryType | null = null,
): HistoryPage {
  if (type) return readType(storage, beforeSeq, limit, type);
  const found = storage.entries(beforeSeq, limit + 1);
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}

function readType(
  storage: WalletStorage,
  beforeSeq: number | null,
  limit: number,
  type: EntryType,
): HistoryPage {
  const kinds = kindsOf(type);
  const lastSeq = storage.lastEntry()?.seq ?? 0;
  const before = Math.min(beforeSeq ?? Number.MAX_SAFE_INTEGER, lastSeq + 1);
  const from = Math.max(1, before - ENTRIES_A_LOOK);
  const found = storage.entriesOfKinds(kinds, from, before, limit + 1);
  const entries = found.slice(0, limit);
  if (found.length > limit) return { entries, next: entries.at(-1)?.seq ?? null };
  return { entries, next: from > 1 && kinds.length > 0 ? from : null };
}
