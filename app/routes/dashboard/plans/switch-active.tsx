import { redirect } from "@remix-run/cloudflare";
import { forPartner } from "../../../http/handlers.server";
import { backToList } from "../../../plans/plan-listing";
import { PLANS_PATH } from "../../../plans/plan-paths";
import { readSwitch, switchPlanActive } from "../../../plans/switch-plan.server";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { stayOnPage } from "../../../ui/stay-on-page";

/** There is nothing to read here: whoever comes by address is shown the list with its switches. */
export const loader = forPartner(async () => redirect(PLANS_PATH));

export const action = forPartner(async (context, { request, params }) => {
  const to = readSwitch(await request.formData());
  const { planId } = await switchPlanActive(context, params.planId, to);
  return redirect(backToList(request.url, { [to ? "activated" : "deactivated"]: planId }), 303);
});

export const clientAction = stayOnPage;

/** Makes this a page, so that a refusal is one too. */
export default function SwitchActive() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
