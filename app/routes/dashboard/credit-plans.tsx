import { useLoaderData } from "@remix-run/react";
import { forPartner } from "../../http/handlers.server";
import { loadCreditPlans } from "../../plans/credit-plans-page.server";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { CreditPlansCard } from "./CreditPlansCard";
import { PlanNotice } from "./PlanNotice";

export const meta = () => [{ title: "Customer Credit Plans · Topup" }];

export const loader = forPartner(loadCreditPlans);

export default function CreditPlansPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Customer Credit Plans"
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Customer Credit Plans" }]}
      />
      <PlanNotice plans={page.plans} />
      <CreditPlansCard {...page} />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
