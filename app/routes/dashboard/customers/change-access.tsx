import { redirect } from "@remix-run/cloudflare";
import * as z from "zod";
import { changeAccess } from "../../../customers/change-access.server";
import { findCustomerOrRefuse } from "../../../customers/find-customer.server";
import { forPartner } from "../../../http/handlers.server";
import { formUnusable } from "../../../refusals";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";

const Change = z.enum(["block", "unblock"]);
const DONE = { block: "blocked", unblock: "unblocked" };

/** There is nothing to read here: whoever comes by address is shown the buttons. */
export const loader = forPartner(async (context, { params }) => {
  const { id } = await findCustomerOrRefuse(context, params.customerId);
  return redirect(`/customers/${id}/features`);
});

export const action = forPartner(async (context, { params, request }) => {
  const customer = await findCustomerOrRefuse(context, params.customerId);
  const change = Change.safeParse((await request.formData()).get("change"));
  if (!change.success) throw formUnusable();
  await changeAccess(context, customer, change.data);
  return redirect(`/customers/${customer.id}/features?${DONE[change.data]}`, 303);
});

/** Makes this a page, so that a refusal is one too. */
export default function ChangeAccess() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
