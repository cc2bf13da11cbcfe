import { useLoaderData } from "@remix-run/react";
import { Users } from "lucide-react";
import { listCustomers } from "../../../db/customer-list.server";
import {
  CUSTOMERS_PATH,
  type CustomerListing,
  customersPath,
  isNarrowed,
  readCustomerListing,
} from "../../customers/customer-listing";
import { customerRow } from "../../customers/customer-rows";
import { forPartner } from "../../http/handlers.server";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { Pagination } from "../../ui/Pagination";
import { CUSTOMER_COLUMNS } from "./CustomerColumns";
import { CustomerSearch } from "./CustomerSearch";

const CUSTOMERS_A_PAGE = 25;

export const meta = () => [{ title: "Customers · Topup" }];

export const loader = forPartner(async ({ db, partner, now }, { request }) => {
  const listing = readCustomerListing(new URL(request.url).searchParams);
  // One more than is shown says whether there is a next page, and nothing has to be counted.
  const found = await listCustomers(db, partner.id, listing, listing.after, CUSTOMERS_A_PAGE + 1);
  const shown = found.slice(0, CUSTOMERS_A_PAGE);
  const last = found.length > shown.length ? shown.at(-1)?.customer : undefined;
  return {
    listing,
    customers: shown.map((row) => customerRow(row, now())),
    olderHref: last && customersPath({ ...listing, after: last }),
  };
});

export default function Customers() {
  const { listing, customers, olderHref } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Customers" description="Who buys in your portal, and the credits they have left." />
      <CustomerSearch listing={listing} />
      <Card flush>
        {customers.length > 0 ? (
          <DataTable
            caption="Customers"
            captionHidden
            columns={CUSTOMER_COLUMNS}
            rows={customers}
            rowKey={(customer) => customer.id}
          />
        ) : (
          <NoCustomers listing={listing} />
        )}
      </Card>
      <Pagination
        newerHref={listing.after ? customersPath({ ...listing, after: null }) : undefined}
        olderHref={olderHref}
        labels={{ navigation: "Pages of customers", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

function NoCustomers({ listing }: { listing: CustomerListing }) {
  if (listing.after) return <EmptyState icon={Users} line="No more customers" />;
  if (isNarrowed(listing)) {
    return (
      <EmptyState
        icon={Users}
        line="No customer is like this"
        text="Nobody among your customers is what you looked for."
        action={<ButtonLink href={CUSTOMERS_PATH}>Show all customers</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState icon={Users} line="No customers yet" text="Your customers and their balances appear here." />
  );
}

export const ErrorBoundary = PageErrorBoundary;
