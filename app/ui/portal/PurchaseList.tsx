import { Amount } from "../Amount";
import { Badge, type BadgeTone } from "../Badge";
import { type Column, DataTable } from "../DataTable";
import { TextLink } from "../TextLink";
import { Timestamp } from "../Timestamp";

interface PurchaseItem {
  id: string;
  plan: string;
  amount: string;
  credits: string;
  status: { label: string; tone: BadgeTone; text: string };
  hasReceipt: boolean;
  date: { iso: string; relative: string; exact: string };
}

const COLUMNS: Column<PurchaseItem>[] = [
  {
    key: "plan",
    header: "Plan",
    priority: "title",
    cell: (item) => <TextLink href={`/purchases/${item.id}`}>{item.plan}</TextLink>,
  },
  {
    key: "amount",
    header: "Amount",
    align: "end",
    priority: "figure",
    cell: (item) => <Amount>{item.amount}</Amount>,
  },
  { key: "credits", header: "Credits", align: "end", cell: (item) => <Amount>{item.credits}</Amount> },
  {
    key: "status",
    header: "Status",
    cell: (item) => (
      <div className="grid max-w-xs justify-items-start gap-1 @max-2xl:justify-items-end">
        <Badge tone={item.status.tone}>{item.status.label}</Badge>
        <span className="text-xs text-muted-foreground">{item.status.text}</span>
      </div>
    ),
  },
  { key: "date", header: "Date", cell: (item) => <Timestamp {...item.date} /> },
  {
    key: "receipt",
    header: "Receipt",
    cell: (item) =>
      item.hasReceipt ? (
        <TextLink href={`/purchases/${item.id}/receipt`} aria-label={`Receipt for ${item.plan}`}>
          Receipt
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
      <DataTable caption={caption} columns={COLUMNS} rows={purchases} rowKey={(item) => item.id} />
    </div>
  );
}
