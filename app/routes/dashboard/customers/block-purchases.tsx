import { redirect } from "@remix-run/cloudflare";
import { blockPurchases } from "../../../customers/block-purchases.server";
import { findCustomerOrRefuse } from "../../../customers/find-customer.server";
import { readNote } from "../../../customers/note";
import { forPartner } from "../../../http/handlers.server";
import { formUnusable, reasonRequired } from "../../../refusals";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";

/** There is nothing to read here: whoever comes by address is shown the form. */
export const loader = forPartner(async (context, { params }) => {
  const { id } = await findCustomerOrRefuse(context, params.customerId);
  return redirect(`/customers/${id}/features`);
});

export const action = forPartner(async (context, { params, request }) => {
  const { id } = await findCustomerOrRefuse(context, params.customerId);
  const form = await request.formData();
  const to = form.get("to");
  if (to !== "block" && to !== "allow") throw formUnusable();
  const read = readNote(String(form.get("reason") ?? ""));
  if (to === "block" && "error" in read) throw reasonRequired(id);
  await blockPurchases(context, id, to === "block" && "note" in read ? read.note : null);
  return redirect(`/customers/${id}/features?purchases-${to === "block" ? "blocked" : "allowed"}`, 303);
});

/** Makes this a page, so that a refusal is one too. */
export default function BlockPurchases() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
