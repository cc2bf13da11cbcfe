import { redirect } from "@remix-run/cloudflare";
import { findCustomer } from "../../../../db/customers.server";
import { CUSTOMERS_PATH } from "../../../customers/customer-listing";
import { inviteCustomer } from "../../../customers/invite-customer.server";
import { forPartner } from "../../../http/handlers.server";
import { isId } from "../../../ids";
import { formUnusable, notFound } from "../../../refusals";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";

/** There is nothing to read here: whoever comes by address is shown the list with its buttons. */
export const loader = forPartner(async () => redirect(CUSTOMERS_PATH));

export const action = forPartner(async (context, { params, request }) => {
  const customer = await findCustomer(context.db, context.partner.id, params.customerId ?? "");
  if (!customer) throw notFound();
  const form = await request.formData();
  const formId = String(form.get("formId"));
  if (!isId(formId, "form")) throw formUnusable();
  await inviteCustomer(context, customer, formId);
  if (form.get("from") === "customer") return redirect(`/customers/${customer.id}/features?invited`, 303);
  return redirect(`${CUSTOMERS_PATH}?invited=${customer.id}`, 303);
});

/** Makes this a page, so that a refusal is one too. */
export default function InviteCustomer() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
