import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { createCustomer, requireRoom } from "../../../customers/create-customer.server";
import { customerDetails, readCustomerDetails } from "../../../customers/customer-details";
import { CUSTOMERS_PATH } from "../../../customers/customer-listing";
import { forPartner, invalid } from "../../../http/handlers.server";
import { isId, newId } from "../../../ids";
import { formUnusable } from "../../../refusals";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { CustomerCard, CustomerFields, InviteSwitch } from "./CustomerFields";

const EMPTY = { name: "", email: "", company: "", externalId: "" };
const TAKEN = {
  email: "Another customer of yours has this e-mail",
  externalId: "Another customer of yours has this external id",
};

export const meta = () => [{ title: "Add customer · Topup" }];

export const loader = forPartner(async (context) => {
  await requireRoom(context);
  return { formId: newId("form") };
});

export const action = forPartner(async (context, { request }) => {
  const form = await request.formData();
  const formId = String(form.get("formId"));
  if (!isId(formId, "form")) throw formUnusable();
  const [values, isInvited] = [customerDetails(form), form.get("invite") !== null];
  const read = readCustomerDetails(values);
  if ("errors" in read) return invalid({ values, isInvited, errors: read.errors });

  const created = await createCustomer(context, read.draft, formId, isInvited);
  if (created.outcome === "taken") {
    const { field } = created;
    return invalid({ values, isInvited, errors: { [field]: TAKEN[field] } });
  }
  return redirect(`${CUSTOMERS_PATH}?added=${created.customerId}`, 303);
});

export default function NewCustomer() {
  const { formId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isSaving = useNavigation().state !== "idle";
  const errors = answer?.errors ?? {};
  return (
    <>
      <PageHeader
        title="Add customer"
        breadcrumbs={[{ label: "Customers", href: CUSTOMERS_PATH }, { label: "Add" }]}
      />
      <CustomerCard
        errors={errors}
        save={{ label: "Add customer", pending: isSaving && "Adding…" }}
        cancelHref={CUSTOMERS_PATH}
      >
        <input type="hidden" name="formId" value={formId} />
        <CustomerFields values={answer?.values ?? EMPTY} errors={errors} />
        <InviteSwitch
          isOn={answer?.isInvited ?? false}
          hint="Sends an e-mail with the way in; you can do this later too"
        />
      </CustomerCard>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
