import { clsx } from "clsx";
import { Amount } from "../Amount";
import { type Column, DataTable } from "../DataTable";
import { TextLink } from "../TextLink";
import { Timestamp } from "../Timestamp";

interface HistoryEntry {
  id: string;
  type: string;
  /** Signed and formatted: "+1,000", "−3.03". */
  amount: string;
  added: boolean;
  balance: string;
  note?: string | undefined;
  /** The purchase that this entry credits. */
  purchaseId: string | null;
  date: { iso: string; relative: string; exact: string };
}

interface HistoryListProps {
  caption: string;
  headers: { type: string; amount: string; balance: string; note: string; date: string };
  entries: readonly HistoryEntry[];
  /** Leads from each purchase to its receipt. */
  receipt?: { label: string; labelFor: (note: string) => string } | undefined;
}

export function HistoryList({ caption, headers, entries, receipt }: HistoryListProps) {
  const columns: Column<HistoryEntry>[] = [
    { key: "type", header: headers.type, priority: "title", cell: (entry) => entry.type },
    {
      key: "amount",
      header: headers.amount,
      priority: "figure",
      align: "end",
      cell: (entry) => (
        <span className={clsx(entry.added && "text-success")}>
          <Amount>{entry.amount}</Amount>
        </span>
      ),
    },
    {
      key: "balance",
      header: headers.balance,
      align: "end",
      cell: (entry) => <Amount>{entry.balance}</Amount>,
    },
    {
      key: "note",
      header: headers.note,
      cell: (entry) => (
        <span className="flex flex-wrap gap-x-3 break-words stacked:justify-end">
          {entry.note ?? "–"}
          {receipt && entry.purchaseId && (
            <TextLink
              href={`/purchases/${entry.purchaseId}/receipt`}
              aria-label={`${receipt.labelFor(entry.note ?? "")}, ${entry.date.exact}`}
            >
              {receipt.label}
            </TextLink>
          )}
        </span>
      ),
    },
    { key: "date", header: headers.date, cell: (entry) => <Timestamp {...entry.date} /> },
  ];
  return (
    <div className="surface overflow-hidden">
      <DataTable caption={caption} columns={columns} rows={entries} rowKey={(entry) => entry.id} />
    </div>
  );
}
