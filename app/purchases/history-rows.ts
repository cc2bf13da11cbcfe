import { formatCredits, formatSignedCredits, microsToDecimal } from "../credits";
import { ENGLISH, type Wording } from "../i18n/wording";
import { describeMoment, isoTime } from "../time";
import { ENTRY_TYPE, type Entry, type EntryType } from "../wallet/posting";

/** Ledger entries as a history shows them: Type, Amount, Balance, Note, Date. */
export const historyRows = (entries: readonly Entry[], now: number, wording: Wording) =>
  entries.map((entry) => ({
    id: String(entry.seq),
    type: wording.texts.history.types[ENTRY_TYPE[entry.kind]],
    amount: formatSignedCredits(entry.amountMicros, wording.locale),
    added: entry.amountMicros > 0,
    balance: formatCredits(entry.balanceAfterMicros, wording.locale),
    note: noteOf(entry, wording),
    /** The purchase that this entry credits, or null. */
    purchaseId: entry.kind === "purchase" ? entry.reference : null,
    date: describeMoment(entry.at, now, wording.locale),
  }));

/** What a person wrote stays as it is; what we wrote ourselves is said in the reader's language. */
function noteOf({ kind, actor, note }: Entry, { language, texts }: Wording): string {
  if (actor !== "system" || language === "en") return note;
  if (kind === "refund_clawback" || kind === "dispute_clawback") return texts.history.takenBack[kind];
  return kind === "reinstate" ? texts.history.givenAgain : note;
}

/** As the dashboard shows them. */
export const HISTORY_HEADERS = ENGLISH.texts.history;

export const historyFileHeaders = ({ texts }: Wording): string[] => {
  const { type, amount, balance, note, date, entry } = texts.history;
  return [type, amount, balance, note, date, entry];
};

/** The same for a file: plain numbers, and times that a machine reads. */
export const historyLine = (entry: Entry, wording: Wording): string[] => [
  wording.texts.history.types[ENTRY_TYPE[entry.kind]],
  microsToDecimal(entry.amountMicros),
  microsToDecimal(entry.balanceAfterMicros),
  noteOf(entry, wording),
  isoTime(entry.at),
  String(entry.seq),
];

const TYPES: readonly EntryType[] = ["Added", "Deducted", "Used"];

/** The types that a history can be narrowed to, as links say them, and as the dashboard calls them. */
export const TYPE_FILTERS = [
  { key: "", label: ENGLISH.texts.history.all, type: null },
  ...TYPES.map((type) => ({
    key: type.toLowerCase(),
    label: ENGLISH.texts.history.types[type],
    type,
  })),
];

/** Null, which is all, for what is no type. */
export const readTypeFilter = (text: string | null): EntryType | null =>
  TYPE_FILTERS.find(({ key }) => key === text)?.type ?? null;
