import { redirect } from "@remix-run/cloudflare";
import { forPartner } from "../../http/handlers.server";
import { movePlan } from "../../plans/order-plans.server";
import { PLANS_PATH } from "../../plans/plan-paths";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";

/** There is nothing to read here: whoever comes by address is shown the list with its arrows. */
export const loader = forPartner(async () => redirect(PLANS_PATH));

export const action = forPartner(async (context, { request, params }) => {
  const { planId } = await movePlan(context, params.planId, await request.formData());
  return redirect(`${PLANS_PATH}?${new URLSearchParams({ moved: planId })}`, 303);
});

/** Makes this a page, so that a refusal is one too. */
export default function MoveCreditPlan() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
