import { useLoaderData } from "@remix-run/react";
import { forPartner } from "../../../http/handlers.server";
import { loadCreditPlans } from "../../../plans/credit-plans-page.server";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { CreditPlansCard } from "./CreditPlansCard";
import { PlanNotice } from "./PlanNotice";
import { PlanSetAdvice } from "./PlanSetAdvice";

export const meta = () => [{ title: "Customer Credit Plans · Topup" }];

export const loader = forPartner((context, { request }) =>
  loadCreditPlans(context, new URL(request.url).searchParams),
);

export default function CreditPlansPage() {
  const { advice, ...page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Customer Credit Plans"
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Customer Credit Plans" }]}
      />
      <PlanNotice plans={page.names} />
      <CreditPlansCard {...page} />
      <PlanSetAdvice advice={advice} />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
