import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refusedOnPage } from "../../http/error-response.server";
import { forCustomer } from "../../http/handlers.server";
import { newId } from "../../ids";
import { buyPlan } from "../../purchases/buy-plan.server";
import { creditsOverview } from "../../purchases/credits-overview.server";
import { Notice } from "../../ui/Notice";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { titled } from "../../ui/titled";
import { useTexts } from "../../ui/wording";
import { CreditsCards } from "./CreditsCards";

export const meta = titled(({ frame }) => frame.credits);

export const loader = forCustomer(creditsOverview);

/** What is refused is told above the plans of now: a tab may have been open for long. */
export const action = forCustomer(async (context, { request }) => {
  const form = await request.formData();
  const click = {
    planId: String(form.get("planId") ?? ""),
    clickId: String(form.get("clickId") || newId("click")),
    isSure: form.has("another"),
  };
  try {
    return redirect(await buyPlan(context, click), 303);
  } catch (error) {
    return refusedOnPage(error, context.wording.texts);
  }
});

export default function Credits() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={useTexts().frame.credits} />
      {refused && <Notice tone="danger" title={refused.title} text={refused.message} />}
      <CreditsCards overview={useLoaderData<typeof loader>()} />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
