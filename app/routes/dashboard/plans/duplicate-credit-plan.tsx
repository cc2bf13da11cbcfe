import { redirect } from "@remix-run/cloudflare";
import { forPartner } from "../../../http/handlers.server";
import { newId } from "../../../ids";
import { duplicatePlan } from "../../../plans/duplicate-plan.server";
import { PLANS_PATH, planPath } from "../../../plans/plan-paths";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";

/** There is nothing to read here: whoever comes by address is shown the list with its buttons. */
export const loader = forPartner(async () => redirect(PLANS_PATH));

export const action = forPartner(async (context, { request, params }) => {
  const form = await request.formData();
  const copyId = await duplicatePlan(context, params.planId, String(form.get("formId") || newId("form")));
  return redirect(`${planPath(copyId)}?copied`, 303);
});

/** Makes this a page, so that a refusal is one too. */
export default function DuplicateCreditPlan() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
