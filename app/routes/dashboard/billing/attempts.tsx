import { useLoaderData } from "@remix-run/react";
import { CircleCheck } from "lucide-react";
import { listAttempts } from "../../../../db/attempts.server";
import { forPartner } from "../../../http/handlers.server";
import { splitPage } from "../../../page-position";
import { attemptRow } from "../../../purchases/attempt-rows";
import { findByAddress } from "../../../purchases/find-by-address.server";
import { ATTEMPTS_PATH, purchasesPath, readPurchaseListing } from "../../../purchases/purchase-listing";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { Pagination } from "../../../ui/Pagination";
import { AttemptTable } from "./AttemptTable";
import { BillingTabs } from "./BillingTabs";
import { PurchaseSearch } from "./PurchaseSearch";

const ATTEMPTS_A_PAGE = 25;

export const meta = () => [{ title: "Failed attempts · Topup" }];

export const loader = forPartner(async ({ db, partner, settings, now }, { request }) => {
  const listing = readPurchaseListing(new URL(request.url).searchParams);
  const { email, from } = listing;
  const { found, isUnknown } = await findByAddress(db, partner.id, email, (customer) =>
    listAttempts(db, partner.id, customer, from, ATTEMPTS_A_PAGE + 1),
  );
  const { shown, next } = splitPage(found, ATTEMPTS_A_PAGE);
  return {
    listing,
    isUnknown,
    attempts: shown.map((row) => attemptRow(row, settings.STRIPE_API_BASE, now())),
    olderHref: next && purchasesPath(ATTEMPTS_PATH, { ...listing, from: next }),
  };
});

export default function Attempts() {
  const { listing, isUnknown, attempts, olderHref } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Failed attempts"
        description="Payments that did not go through, and why. Nobody was charged, and no credits were added."
        breadcrumbs={[
          { label: "Billing & Invoices", href: "/billing-and-invoices" },
          { label: "Failed attempts" },
        ]}
      />
      <BillingTabs current="attempts" />
      <PurchaseSearch path={ATTEMPTS_PATH} listing={listing} />
      <Card flush>
        {attempts.length > 0 ? (
          <AttemptTable attempts={attempts} />
        ) : isUnknown ? (
          <EmptyState
            icon={CircleCheck}
            line="No customer of yours has this address"
            action={<ButtonLink href={ATTEMPTS_PATH}>Show all failed attempts</ButtonLink>}
          />
        ) : (
          <EmptyState
            icon={CircleCheck}
            line={listing.from ? "No more failed attempts" : "No failed attempts"}
            text="A card that is declined appears here, with the reason."
          />
        )}
      </Card>
      <Pagination
        newerHref={listing.from ? purchasesPath(ATTEMPTS_PATH, { ...listing, from: null }) : undefined}
        olderHref={olderHref ?? undefined}
        labels={{ navigation: "Pages of failed attempts", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
