import { useLoaderData } from "@remix-run/react";
import { ReceiptText } from "lucide-react";
import { listRecentPurchases } from "../../../db/sales.server";
import { forPartner } from "../../http/handlers.server";
import { type SaleRow, saleRow } from "../../purchases/sale-rows";
import { Badge } from "../../ui/Badge";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { Timestamp } from "../../ui/Timestamp";

const PURCHASES_SHOWN = 50;

export const meta = () => [{ title: "Billing & Invoices · Topup" }];

export const loader = forPartner(async ({ db, partner, now }) => {
  const found = await listRecentPurchases(db, partner.id, PURCHASES_SHOWN);
  return { sales: found.map((row) => saleRow(row, now())) };
});

const COLUMNS: Column<SaleRow>[] = [
  { key: "customer", header: "Customer", priority: "title", cell: (sale) => sale.customer },
  { key: "plan", header: "Plan", cell: (sale) => sale.plan },
  { key: "amount", header: "Amount", align: "end", priority: "figure", cell: (sale) => sale.amount },
  { key: "credits", header: "Credits", align: "end", cell: (sale) => sale.credits },
  {
    key: "status",
    header: "Status",
    cell: (sale) => (
      <span className="grid justify-items-start gap-1 @max-2xl:justify-items-end">
        <Badge tone={sale.status.tone}>{sale.status.label}</Badge>
        {sale.status.reason && <span className="text-xs text-muted-foreground">{sale.status.reason}</span>}
      </span>
    ),
  },
  { key: "receipt", header: "Receipt", cell: (sale) => sale.receipt },
  { key: "date", header: "Date", cell: (sale) => <Timestamp {...sale.date} /> },
];

export default function Billing() {
  const { sales } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Billing & Invoices"
        description="What your customers bought, and what became of it."
        actions={<ButtonLink href="/billing-and-invoices/reconcile">Compare with Stripe</ButtonLink>}
      />
      <Card flush>
        {sales.length > 0 ? (
          <DataTable
            caption="Purchases"
            captionHidden
            columns={COLUMNS}
            rows={sales}
            rowKey={(sale) => sale.id}
          />
        ) : (
          <EmptyState
            icon={ReceiptText}
            line="No sales yet"
            text="The first purchase in your portal appears here."
          />
        )}
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
