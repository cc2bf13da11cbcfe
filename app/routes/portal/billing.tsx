import { useLoaderData } from "@remix-run/react";
import { forCustomer } from "../../http/handlers.server";
import { creditsOverview } from "../../purchases/credits-overview.server";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { titled } from "../../ui/titled";
import { useTexts } from "../../ui/wording";
import { BillingTabs } from "./BillingTabs";
import { CreditsCards } from "./CreditsCards";

export const meta = titled(({ purchases }) => purchases.title);

export const loader = forCustomer(creditsOverview);

export default function Billing() {
  return (
    <>
      <PageHeader title={useTexts().purchases.title} />
      <BillingTabs current="credits" />
      <CreditsCards overview={useLoaderData<typeof loader>()} />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
