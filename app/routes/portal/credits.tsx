import { redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { forCustomer } from "../../http/handlers.server";
import { newId } from "../../ids";
import { buyPlan } from "../../purchases/buy-plan.server";
import { creditsOverview } from "../../purchases/credits-overview.server";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { CreditsCards } from "./CreditsCards";

export const loader = forCustomer(creditsOverview);

export const action = forCustomer(async (context, { request }) => {
  const form = await request.formData();
  const next = await buyPlan(context, {
    planId: String(form.get("planId") ?? ""),
    clickId: String(form.get("clickId") || newId("click")),
    isSure: form.has("another"),
  });
  return redirect(next, 303);
});

export default function Credits() {
  return (
    <>
      <PageHeader title="Credits" />
      <CreditsCards overview={useLoaderData<typeof loader>()} />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
