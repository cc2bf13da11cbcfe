import type { SaleRow } from "../../../purchases/sale-rows";
import { Badge } from "../../../ui/Badge";
import { type Column, DataTable } from "../../../ui/DataTable";
import { TextLink } from "../../../ui/TextLink";
import { Timestamp } from "../../../ui/Timestamp";
import { StripeLink } from "./StripeLink";

const COLUMNS: Column<SaleRow>[] = [
  {
    key: "customer",
    header: "Customer",
    priority: "title",
    cell: (sale) => <TextLink href={`/customers/${sale.customerId}/billing`}>{sale.customer}</TextLink>,
  },
  { key: "plan", header: "Plan", cell: (sale) => sale.plan },
  { key: "amount", header: "Amount", align: "end", priority: "figure", cell: (sale) => sale.amount },
  { key: "credits", header: "Credits", align: "end", cell: (sale) => sale.credits },
  {
    key: "status",
    header: "Status",
    cell: (sale) => (
      <span className="grid justify-items-start gap-1 stacked:justify-items-end">
        <Badge tone={sale.status.tone}>{sale.status.label}</Badge>
        {sale.status.reason && <span className="text-xs text-muted-foreground">{sale.status.reason}</span>}
      </span>
    ),
  },
  { key: "receipt", header: "Receipt", cell: (sale) => sale.receipt },
  {
    key: "stripe",
    header: "Stripe",
    cell: ({ stripeUrl, plan, date }) =>
      stripeUrl ? <StripeLink href={stripeUrl} of={`${plan}, ${date.exact}`} /> : "–",
  },
  { key: "date", header: "Date", cell: (sale) => <Timestamp {...sale.date} /> },
];

/** What customers bought, and what became of it. */
export function SaleTable({ sales }: { sales: SaleRow[] }) {
  return (
    <DataTable caption="Purchases" captionHidden columns={COLUMNS} rows={sales} rowKey={(sale) => sale.id} />
  );
}
