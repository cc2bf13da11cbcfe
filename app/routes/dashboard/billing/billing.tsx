import { useLoaderData } from "@remix-run/react";
import { ReceiptText } from "lucide-react";
import { listOpenCases } from "../../../../db/refund-cases.server";
import { listPurchases } from "../../../../db/sales.server";
import { forPartner } from "../../../http/handlers.server";
import { splitPage } from "../../../page-position";
import { findByAddress } from "../../../purchases/find-by-address.server";
import {
  BILLING_PATH,
  type PurchaseListing,
  purchasesPath,
  readPurchaseListing,
} from "../../../purchases/purchase-listing";
import { saleRow } from "../../../purchases/sale-rows";
import { openCaseRow } from "../../../refunds/open-case-rows";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { Pagination } from "../../../ui/Pagination";
import { TextLink } from "../../../ui/TextLink";
import { BillingTabs } from "./BillingTabs";
import { PurchaseSearch } from "./PurchaseSearch";
import { SaleTable } from "./SaleTable";

const PURCHASES_A_PAGE = 25;
const CASES_SHOWN = 20;

export const meta = () => [{ title: "Billing & Invoices · Topup" }];

export const loader = forPartner(async ({ db, partner, settings, now }, { request }) => {
  const listing = readPurchaseListing(new URL(request.url).searchParams);
  const { state, email, from } = listing;
  const [{ found, isUnknown }, waiting] = await Promise.all([
    findByAddress(db, partner.id, email, (customer) =>
      listPurchases(db, partner.id, { state, customer }, from, PURCHASES_A_PAGE + 1),
    ),
    listOpenCases(db, partner.id, CASES_SHOWN),
  ]);
  const { shown, next } = splitPage(found, PURCHASES_A_PAGE);
  return {
    listing,
    isUnknown,
    cases: waiting.map(openCaseRow),
    sales: shown.map((row) => saleRow(row, settings.STRIPE_API_BASE, now())),
    olderHref: next && purchasesPath(BILLING_PATH, { ...listing, from: { at: next.openedAt, id: next.id } }),
  };
});

export default function Billing() {
  const { listing, cases, sales, olderHref } = useLoaderData<typeof loader>();
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
      <BillingTabs current="purchases" />
      <PurchaseSearch path={BILLING_PATH} listing={listing} hasStates />
      <Card flush>{sales.length > 0 ? <SaleTable sales={sales} /> : <NoSales listing={listing} />}</Card>
      <Pagination
        newerHref={listing.from ? purchasesPath(BILLING_PATH, { ...listing, from: null }) : undefined}
        olderHref={olderHref ?? undefined}
        labels={{ navigation: "Pages of purchases", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

function NoSales({ listing: { state, email, from } }: { listing: PurchaseListing }) {
  const { isUnknown } = useLoaderData<typeof loader>();
  const all = <ButtonLink href={BILLING_PATH}>Show all purchases</ButtonLink>;
  if (from) return <EmptyState icon={ReceiptText} line="No more purchases" />;
  if (isUnknown)
    return <EmptyState icon={ReceiptText} line="No customer of yours has this address" action={all} />;
  if (state || email) return <EmptyState icon={ReceiptText} line="No purchase is like this" action={all} />;
  return (
    <EmptyState
      icon={ReceiptText}
      line="No sales yet"
      text="The first purchase in your portal appears here."
    />
  );
}

export const ErrorBoundary = PageErrorBoundary;
