import { useLoaderData } from "@remix-run/react";
import { Users } from "lucide-react";
import { listCustomers } from "../../../db/customers.server";
import { type CustomerRow, customerRow, readPosition, writePosition } from "../../customers/customer-rows";
import { forPartner } from "../../http/handlers.server";
import { Amount } from "../../ui/Amount";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { Pagination } from "../../ui/Pagination";
import { TextLink } from "../../ui/TextLink";
import { Timestamp } from "../../ui/Timestamp";

const CUSTOMERS_A_PAGE = 25;

export const meta = () => [{ title: "Customers · Topup" }];

export const loader = forPartner(async ({ db, partner, now }, { request }) => {
  const after = readPosition(new URL(request.url).searchParams.get("after"));
  // One more than is shown says whether there is a next page, and nothing has to be counted.
  const found = await listCustomers(db, partner.id, after, CUSTOMERS_A_PAGE + 1);
  const shown = found.slice(0, CUSTOMERS_A_PAGE);
  const last = found.length > shown.length ? shown.at(-1) : undefined;
  return {
    customers: shown.map((row) => customerRow(row, now())),
    next: last ? writePosition(last.customer) : null,
    isFirst: after === null,
  };
});

const COLUMNS: Column<CustomerRow>[] = [
  {
    key: "name",
    header: "Name",
    priority: "title",
    cell: (customer) => <TextLink href={`/customers/${customer.id}`}>{customer.name}</TextLink>,
  },
  {
    key: "email",
    header: "E-mail",
    cell: (customer) => <span className="break-all">{customer.email}</span>,
  },
  {
    key: "access",
    header: "Portal access",
    cell: ({ access }) => <Badge tone={access.tone}>{access.label}</Badge>,
  },
  {
    key: "balance",
    header: "Balance",
    align: "end",
    priority: "figure",
    cell: (customer) => <Amount>{customer.balance}</Amount>,
  },
  {
    key: "changed",
    header: "Last change",
    cell: ({ changed }) => (changed ? <Timestamp {...changed} /> : "–"),
  },
];

export default function Customers() {
  const { customers, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Customers" description="Who buys in your portal, and the credits they have left." />
      <Card flush>
        {customers.length > 0 ? (
          <DataTable
            caption="Customers"
            captionHidden
            columns={COLUMNS}
            rows={customers}
            rowKey={(customer) => customer.id}
          />
        ) : (
          <EmptyState
            icon={Users}
            line={isFirst ? "No customers yet" : "No more customers"}
            text="Your customers and their balances appear here."
          />
        )}
      </Card>
      <Pagination
        newerHref={isFirst ? undefined : "/customers"}
        olderHref={next ? `/customers?after=${next}` : undefined}
        labels={{ navigation: "Pages of customers", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
