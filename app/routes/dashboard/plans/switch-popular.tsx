import { redirect } from "@remix-run/cloudflare";
import { forPartner } from "../../../http/handlers.server";
import { backToList } from "../../../plans/plan-listing";
import { PLANS_PATH } from "../../../plans/plan-paths";
import { readSwitch, switchPlanPopular } from "../../../plans/switch-plan.server";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { stayOnPage } from "../../../ui/stay-on-page";

/** There is nothing to read here: whoever comes by address is shown the list with its switches. */
export const loader = forPartner(async () => redirect(PLANS_PATH));

export const action = forPartner(async (context, { request, params }) => {
  const to = readSwitch(await request.formData());
  const { planId, movedFrom } = await switchPlanPopular(context, params.planId, to);
  const news = { [to ? "popular" : "ordinary"]: planId, ...(movedFrom && { from: movedFrom }) };
  return redirect(backToList(request.url, news), 303);
});

export const clientAction = stayOnPage;

/** Makes this a page, so that a refusal is one too. */
export default function SwitchPopular() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
