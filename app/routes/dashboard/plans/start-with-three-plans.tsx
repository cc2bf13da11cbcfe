import { redirect } from "@remix-run/cloudflare";
import { forPartner } from "../../../http/handlers.server";
import { newId } from "../../../ids";
import { PLANS_PATH } from "../../../plans/plan-paths";
import { startWithThreePlans } from "../../../plans/start-with-three-plans.server";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";

/** There is nothing to read here: whoever comes by address is shown the list with its button. */
export const loader = forPartner(async () => redirect(PLANS_PATH));

export const action = forPartner(async (context, { request }) => {
  const form = await request.formData();
  await startWithThreePlans(context, String(form.get("formId") || newId("form")));
  return redirect(`${PLANS_PATH}?started`, 303);
});

/** Makes this a page, so that a refusal is one too. */
export default function StartWithThreePlans() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
