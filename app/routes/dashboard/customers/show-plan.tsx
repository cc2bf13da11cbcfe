import { redirect } from "@remix-run/cloudflare";
import { findCustomerOrRefuse } from "../../../customers/find-customer.server";
import { showPlan } from "../../../customers/show-plan.server";
import { forPartner } from "../../../http/handlers.server";
import { readSwitch } from "../../../plans/switch-plan.server";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";

/** There is nothing to read here: whoever comes by address is shown the switches. */
export const loader = forPartner(async (context, { params }) => {
  const { id } = await findCustomerOrRefuse(context, params.customerId);
  return redirect(`/customers/${id}/features`);
});

export const action = forPartner(async (context, { params, request }) => {
  const to = readSwitch(await request.formData());
  const { customerId } = await showPlan(context, params.customerId, params.planId, to);
  return redirect(`/customers/${customerId}/features?${to ? "shown" : "hidden"}`, 303);
});

/** Makes this a page, so that a refusal is one too. */
export default function ShowPlan() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
