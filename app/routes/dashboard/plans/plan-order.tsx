import { redirect } from "@remix-run/cloudflare";
import { forPartner } from "../../../http/handlers.server";
import { choosePlanOrder } from "../../../plans/order-plans.server";
import { PLANS_PATH } from "../../../plans/plan-paths";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";

/** There is nothing to read here: whoever comes by address is shown the list with the choice below it. */
export const loader = forPartner(async () => redirect(PLANS_PATH));

export const action = forPartner(async (context, { request }) => {
  await choosePlanOrder(context, await request.formData());
  return redirect(`${PLANS_PATH}?ordered`, 303);
});

/** Makes this a page, so that a refusal is one too. */
export default function ChoosePlanOrder() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
