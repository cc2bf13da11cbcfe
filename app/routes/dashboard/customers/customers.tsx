import { useLoaderData } from "@remix-run/react";
import { Users } from "lucide-react";
import { listCustomers } from "../../../../db/customer-list.server";
import { findCustomer } from "../../../../db/customers.server";
import {
  CUSTOMERS_PATH,
  type CustomerListing,
  customersPath,
  isNarrowed,
  readCustomerListing,
} from "../../../customers/customer-listing";
import { customerRow } from "../../../customers/customer-rows";
import { customersNotice } from "../../../customers/customers-notice";
import { forPartner } from "../../../http/handlers.server";
import { newId } from "../../../ids";
import { splitPage } from "../../../page-position";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { DataTable } from "../../../ui/DataTable";
import { EmptyState } from "../../../ui/EmptyState";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { Pagination } from "../../../ui/Pagination";
import { customerColumns } from "./CustomerColumns";
import { CustomerSearch } from "./CustomerSearch";

const CUSTOMERS_A_PAGE = 25;

export const meta = () => [{ title: "Customers · Topup" }];

export const loader = forPartner(async ({ db, partner, now }, { request }) => {
  const { searchParams } = new URL(request.url);
  const listing = readCustomerListing(searchParams);
  const changedId = searchParams.get("added") ?? searchParams.get("invited");
  const [found, changed] = await Promise.all([
    // One more than is shown says whether there is a next page, and nothing has to be counted.
    listCustomers(db, partner.id, listing, listing.from, CUSTOMERS_A_PAGE + 1),
    changedId === null ? null : findCustomer(db, partner.id, changedId),
  ]);
  const { shown, next } = splitPage(found, CUSTOMERS_A_PAGE);
  return {
    listing,
    formId: newId("form"),
    notice: customersNotice(searchParams, changed),
    customers: shown.map((row) => customerRow(row, now())),
    olderHref: next && customersPath({ ...listing, from: next.number }),
  };
});

export default function Customers() {
  const { listing, formId, notice, customers, olderHref } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Customers"
        description="Who buys in your portal, and the credits they have left."
        actions={<AddCustomers />}
      />
      {notice && <Notice tone="success" {...notice} />}
      <CustomerSearch listing={listing} />
      <Card flush>
        {customers.length > 0 ? (
          <DataTable
            caption="Customers"
            captionHidden
            columns={customerColumns(formId)}
            rows={customers}
            rowKey={(customer) => customer.id}
          />
        ) : (
          <NoCustomers listing={listing} />
        )}
      </Card>
      <Pagination
        newerHref={listing.from === null ? undefined : customersPath({ ...listing, from: null })}
        olderHref={olderHref ?? undefined}
        labels={{ navigation: "Pages of customers", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

function AddCustomers() {
  return (
    <>
      <ButtonLink href="/customers/import">Import</ButtonLink>
      <ButtonLink href="/customers/new" variant="primary">
        Add customer
      </ButtonLink>
    </>
  );
}

function NoCustomers({ listing }: { listing: CustomerListing }) {
  if (listing.from !== null) return <EmptyState icon={Users} line="No more customers" />;
  if (isNarrowed(listing)) {
    return (
      <EmptyState
        icon={Users}
        line="No customers found"
        text="None of your customers matches what you looked for."
        action={<ButtonLink href={CUSTOMERS_PATH}>Show all customers</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={Users}
      line="No customers yet"
      text="Add one, or bring them all in a file. Then they buy credits in your portal."
      action={<AddCustomers />}
    />
  );
}

export const ErrorBoundary = PageErrorBoundary;
