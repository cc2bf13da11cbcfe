import { redirect } from "@remix-run/cloudflare";
import { forPartner } from "../../../http/handlers.server";
import { movePlan } from "../../../plans/order-plans.server";
import { backToList } from "../../../plans/plan-listing";
import { PLANS_PATH } from "../../../plans/plan-paths";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { stayOnPage } from "../../../ui/stay-on-page";

/** There is nothing to read here: whoever comes by address is shown the list with its arrows. */
export const loader = forPartner(async () => redirect(PLANS_PATH));

export const action = forPartner(async (context, { request, params }) => {
  const { planId } = await movePlan(context, params.planId, await request.formData());
  return redirect(backToList(request.url, { moved: planId }), 303);
});

export const clientAction = stayOnPage;

/** Makes this a page, so that a refusal is one too. */
export default function MoveCreditPlan() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
