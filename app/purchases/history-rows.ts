import { formatCredits, formatSignedCredits } from "../credits";
import { formatDateTime, formatRelativeTime, isoTime } from "../time";
import { ENTRY_TYPE, type Entry } from "../wallet/posting";

/** Ledger entries as a history shows them: Type, Amount, Balance, Note, Date. */
export const historyRows = (entries: readonly Entry[], now: number, locale: string) =>
  entries.map((entry) => ({
    id: String(entry.seq),
    type: ENTRY_TYPE[entry.kind],
    amount: formatSignedCredits(entry.amountMicros, locale),
    added: entry.amountMicros > 0,
    balance: formatCredits(entry.balanceAfterMicros, locale),
    note: entry.note,
    date: {
      iso: isoTime(entry.at),
      relative: formatRelativeTime(entry.at, now, locale),
      exact: formatDateTime(entry.at, locale),
    },
  }));

export const HISTORY_HEADERS = {
  type: "Type",
  amount: "Amount",
  balance: "Balance",
  note: "Note",
  date: "Date",
};
