import { useLoaderData, useSearchParams } from "@remix-run/react";
import { forPartner } from "../../http/handlers.server";
import { loadCreditPlans } from "../../plans/credit-plans-page.server";
import { Notice } from "../../ui/Notice";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { CreditPlansCard } from "./CreditPlansCard";

export const meta = () => [{ title: "Customer Credit Plans · Topup" }];

export const loader = forPartner(loadCreditPlans);

export default function CreditPlansPage() {
  const page = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title="Customer Credit Plans"
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Customer Credit Plans" }]}
      />
      {search.has("created") && (
        <Notice tone="success" title="Plan created" text="If it is active, your customers see it now." />
      )}
      <CreditPlansCard {...page} />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
