import { useLoaderData } from "@remix-run/react";
import { ReceiptText } from "lucide-react";
import { listAttempts } from "../../../../db/attempts.server";
import { listPurchases } from "../../../../db/sales.server";
import { customerHead } from "../../../customers/customer-head";
import { findCustomerOrRefuse } from "../../../customers/find-customer.server";
import { type PurchaseRow, purchaseRow } from "../../../customers/purchase-rows";
import { forPartner } from "../../../http/handlers.server";
import { newId } from "../../../ids";
import { readPagePosition, splitPage, writePagePosition } from "../../../page-position";
import { attemptRow } from "../../../purchases/attempt-rows";
import { ATTEMPTS_PATH, purchasesPath } from "../../../purchases/purchase-listing";
import { Badge } from "../../../ui/Badge";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { CopyableId } from "../../../ui/CopyableId";
import { type Column, DataTable } from "../../../ui/DataTable";
import { EmptyState } from "../../../ui/EmptyState";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { Pagination } from "../../../ui/Pagination";
import { TextLink } from "../../../ui/TextLink";
import { Timestamp } from "../../../ui/Timestamp";
import { AttemptTable } from "../billing/AttemptTable";
import { StripeLink } from "../billing/StripeLink";
import { CustomerHead } from "./CustomerHead";

const PURCHASES_A_PAGE = 25;
const ATTEMPTS_SHOWN = 5;

export const meta = () => [{ title: "Billing of a customer · Topup" }];

export const loader = forPartner(async (context, { params, request }) => {
  const { db, partner, settings, now } = context;
  const customer = await findCustomerOrRefuse(context, params.customerId);
  const from = readPagePosition(new URL(request.url).searchParams.get("from"));
  const [found, tried] = await Promise.all([
    listPurchases(
      db,
      partner.id,
      { state: null, customer: { customerId: customer.id } },
      from,
      PURCHASES_A_PAGE + 1,
    ),
    listAttempts(db, partner.id, { customerId: customer.id }, null, ATTEMPTS_SHOWN + 1),
  ]);
  const { shown, next } = splitPage(found, PURCHASES_A_PAGE);
  return {
    customer: customerHead(customer, newId("form")),
    purchases: shown.map((row) => purchaseRow(row, settings.STRIPE_API_BASE, now())),
    attempts: tried.slice(0, ATTEMPTS_SHOWN).map((row) => attemptRow(row, settings.STRIPE_API_BASE, now())),
    hasMoreAttempts: tried.length > ATTEMPTS_SHOWN,
    next: next && writePagePosition(next.openedAt, next.id),
    isFirst: from === null,
  };
});

const PLAN: Column<PurchaseRow> = {
  key: "plan",
  header: "Plan",
  priority: "title",
  cell: ({ id, plan, date }) => (
    <span className="grid justify-items-start gap-1">
      {plan}
      <CopyableId value={id} what={`the id of the purchase of ${plan}, ${date.exact}`} isShort />
    </span>
  ),
};

const columnsFor = (customerId: string): Column<PurchaseRow>[] => [
  PLAN,
  { key: "amount", header: "Amount", align: "end", priority: "figure", cell: (purchase) => purchase.amount },
  { key: "credits", header: "Credits", align: "end", cell: (purchase) => purchase.credits },
  {
    key: "status",
    header: "Status",
    cell: ({ status }) => (
      <span className="grid justify-items-start gap-1 stacked:justify-items-end">
        <Badge tone={status.tone}>{status.label}</Badge>
        {status.reason && <span className="text-xs text-muted-foreground">{status.reason}</span>}
      </span>
    ),
  },
  {
    key: "case",
    header: "Refund case",
    cell: ({ id, refundCase }) =>
      refundCase ? (
        <TextLink href={`/customers/${customerId}/refund-cases/${id}`}>{refundCase}</TextLink>
      ) : (
        "–"
      ),
  },
  { key: "receipt", header: "Receipt", cell: (purchase) => purchase.receipt },
  {
    key: "stripe",
    header: "Stripe",
    cell: ({ stripeUrl, plan, date }) =>
      stripeUrl ? <StripeLink href={stripeUrl} of={`${plan}, ${date.exact}`} /> : "–",
  },
  { key: "date", header: "Date", cell: (purchase) => <Timestamp {...purchase.date} /> },
];

export default function CustomerBilling() {
  const { customer, purchases, attempts, next, isFirst } = useLoaderData<typeof loader>();
  const here = `/customers/${customer.id}/billing`;
  return (
    <>
      <CustomerHead customer={customer} current="billing" />
      <Card flush>
        {purchases.length > 0 ? (
          <DataTable
            caption="Purchases"
            captionHidden
            columns={columnsFor(customer.id)}
            rows={purchases}
            rowKey={(purchase) => purchase.id}
          />
        ) : (
          <EmptyState
            icon={ReceiptText}
            line="No purchases yet"
            text="What this customer buys in your portal appears here."
          />
        )}
      </Card>
      <Pagination
        newerHref={isFirst ? undefined : here}
        olderHref={next ? `${here}?from=${next}` : undefined}
        labels={{ navigation: "Pages of purchases", newer: "Newest", older: "Older" }}
      />
      {attempts.length > 0 && isFirst && <FailedAttempts />}
    </>
  );
}

function FailedAttempts() {
  const { customer, attempts, hasMoreAttempts } = useLoaderData<typeof loader>();
  const all = purchasesPath(ATTEMPTS_PATH, { state: null, email: customer.email, from: null });
  return (
    <Card
      flush
      title="Failed attempts"
      description="Payments that did not go through. Nobody was charged for them."
      actions={
        hasMoreAttempts && (
          <ButtonLink href={all} size="small">
            Show all
          </ButtonLink>
        )
      }
    >
      <AttemptTable attempts={attempts} isOfOne />
    </Card>
  );
}

export const ErrorBoundary = PageErrorBoundary;
