import { redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { createCustomer, requireRoom } from "../../../customers/create-customer.server";
import { customerDetails, readCustomerDetails } from "../../../customers/customer-details";
import { CUSTOMERS_PATH } from "../../../customers/customer-listing";
import { forPartner, invalid } from "../../../http/handlers.server";
import { isId, newId } from "../../../ids";
import { formUnusable } from "../../../refusals";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { FieldErrors } from "../../../ui/FieldErrors";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { SubmitButton } from "../../../ui/SubmitButton";
import { CustomerFields, InviteSwitch } from "./CustomerFields";

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
      <Card>
        <Form method="post" noValidate className="grid max-w-xl gap-5">
          <FieldErrors
            title="Check the highlighted fields"
            errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
            autoFocus
          />
          <input type="hidden" name="formId" value={formId} />
          <CustomerFields values={answer?.values ?? EMPTY} errors={errors} />
          <InviteSwitch
            isOn={answer?.isInvited ?? false}
            hint="Sends an e-mail with the way in; you can do this later too"
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton pending={isSaving && "Adding…"}>Add customer</SubmitButton>
            <ButtonLink href={CUSTOMERS_PATH} variant="quiet">
              Cancel
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
