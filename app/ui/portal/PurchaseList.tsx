import type { Texts } from "../../i18n/texts";
import { Amount } from "../Amount";
import { Badge, type BadgeTone } from "../Badge";
import { type Column, DataTable } from "../DataTable";
import { TextLink } from "../TextLink";
import { Timestamp } from "../Timestamp";
import { useTexts } from "../wording";

interface PurchaseItem {
  id: string;
  plan: string;
  amount: string;
  credits: string;
  status: { label: string; tone: BadgeTone; text: string };
  hasReceipt: boolean;
  date: { iso: string; relative: string; exact: string };
}

const columnsOf = ({ columns, receiptFor }: Texts["purchases"]): Column<PurchaseItem>[] => [
  {
    key: "plan",
    header: columns.plan,
    priority: "title",
    // The time is in the name of the link: somebody who buys the same again has links to both.
    cell: (item) => (
      <TextLink href={`/purchases/${item.id}`} aria-label={`${item.plan}, ${item.date.exact}`}>
        {item.plan}
      </TextLink>
    ),
  },
  {
    key: "amount",
    header: columns.amount,
    align: "end",
    priority: "figure",
    cell: (item) => <Amount>{item.amount}</Amount>,
  },
  { key: "credits", header: columns.credits, align: "end", cell: (item) => <Amount>{item.credits}</Amount> },
  {
    key: "status",
    header: columns.status,
    cell: (item) => (
      <div className="grid max-w-xs justify-items-start gap-1 stacked:justify-items-end">
        <Badge tone={item.status.tone}>{item.status.label}</Badge>
        <span className="text-xs text-muted-foreground">{item.status.text}</span>
      </div>
    ),
  },
  { key: "date", header: columns.date, cell: (item) => <Timestamp {...item.date} /> },
  {
    key: "receipt",
    header: columns.receipt,
    cell: (item) =>
      item.hasReceipt ? (
        <TextLink
          href={`/purchases/${item.id}/receipt`}
          aria-label={`${receiptFor(item.plan)}, ${item.date.exact}`}
        >
          {columns.receipt}
        </TextLink>
      ) : (
        "–"
      ),
  },
];

export function PurchaseList({
  caption,
  purchases,
}: {
  caption: string;
  purchases: readonly PurchaseItem[];
}) {
  return (
    <div className="surface overflow-hidden">
      <DataTable
        caption={caption}
        columns={columnsOf(useTexts().purchases)}
        rows={purchases}
        rowKey={(item) => item.id}
      />
    </div>
  );
}
