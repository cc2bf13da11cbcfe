import { formatCredits, formatSignedCredits, microsToDecimal } from "../credits";
import { describeMoment, isoTime } from "../time";
import { ENTRY_TYPE, type Entry, type EntryType } from "../wallet/posting";

/** Ledger entries as a history shows them: Type, Amount, Balance, Note, Date. */
export const historyRows = (entries: readonly Entry[], now: number, locale: string) =>
  entries.map((entry) => ({
    id: String(entry.seq),
    type: ENTRY_TYPE[entry.kind],
    amount: formatSignedCredits(entry.amountMicros, locale),
    added: entry.amountMicros > 0,
    balance: formatCredits(entry.balanceAfterMicros, locale),
    note: entry.note,
    /** The purchase that this entry credits, or null. */
    purchaseId: entry.kind === "purchase" ? entry.reference : null,
    date: describeMoment(entry.at, now, locale),
  }));

export const HISTORY_HEADERS = {
  type: "Type",
  amount: "Amount",
  balance: "Balance",
  note: "Note",
  date: "Date",
};

export const HISTORY_FILE_HEADERS = [...Object.values(HISTORY_HEADERS), "Entry"];

/** The same for a file: plain numbers, and times that a machine reads. */
export const historyLine = (entry: Entry): string[] => [
  ENTRY_TYPE[entry.kind],
  microsToDecimal(entry.amountMicros),
  microsToDecimal(entry.balanceAfterMicros),
  entry.note,
  isoTime(entry.at),
  String(entry.seq),
];

const TYPES: readonly EntryType[] = ["Added", "Deducted", "Used"];

/** The types that a history can be narrowed to, as links say them. */
export const TYPE_FILTERS = [
  { key: "", label: "All", type: null },
  ...TYPES.map((type) => ({ key: type.toLowerCase(), label: type, type })),
];

/** Null, which is all, for what is no type. */
export const readTypeFilter = (text: string | null): EntryType | null =>
  TYPE_FILTERS.find(({ key }) => key === text)?.type ?? null;
