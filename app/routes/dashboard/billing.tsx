import { useLoaderData } from "@remix-run/react";
import { ReceiptText } from "lucide-react";
import { listOpenCases } from "../../../db/refund-cases.server";
import { listRecentPurchases } from "../../../db/sales.server";
import { forPartner } from "../../http/handlers.server";
import { type SaleRow, saleRow } from "../../purchases/sale-rows";
import { openCaseRow } from "../../refunds/open-case-rows";
import { Badge } from "../../ui/Badge";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { Timestamp } from "../../ui/Timestamp";

const PURCHASES_SHOWN = 50;
const CASES_SHOWN = 20;

export const meta = () => [{ title: "Billing & Invoices · Topup" }];

export const loader = forPartner(async ({ db, partner, now }) => {
  const [found, waiting] = await Promise.all([
    listRecentPurchases(db, partner.id, PURCHASES_SHOWN),
    listOpenCases(db, partner.id, CASES_SHOWN),
  ]);
  return { sales: found.map((row) => saleRow(row, now())), cases: waiting.map(openCaseRow) };
});

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
  const { sales, cases } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Billing & Invoices"
        description="What your customers bought, and what became of it."
        actions={
          <>
            <ButtonLink href="/billing-and-invoices/webhooks">Webhooks</ButtonLink>
            <ButtonLink href="/billing-and-invoices/reconcile">Compare with Stripe</ButtonLink>
          </>
        }
      />
      {cases.length > 0 && (
        <Card title="Refunds to decide about" description="The money went back; the credits have not moved.">
          <ul className="grid gap-2 text-sm">
            {cases.map(({ href, text, customer }) => (
              <li key={href}>
                <TextLink href={href}>{text}</TextLink>{" "}
                <span className="text-muted-foreground">{customer}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
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
