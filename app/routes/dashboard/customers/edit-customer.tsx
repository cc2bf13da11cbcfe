import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import {
  type CustomerDetails,
  customerDetails,
  type DetailErrors,
  detailsOf,
  readCustomerDetails,
} from "../../../customers/customer-details";
import { editCustomer } from "../../../customers/edit-customer.server";
import { findCustomerOrRefuse } from "../../../customers/find-customer.server";
import { forPartner, invalid } from "../../../http/handlers.server";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { TextField } from "../../../ui/TextField";
import { CustomerCard } from "./CustomerFields";

export const meta = () => [{ title: "Edit customer · Topup" }];

export const loader = forPartner(async (context, { params }) => {
  const customer = await findCustomerOrRefuse(context, params.customerId);
  const { id, name, email, emailVerifiedAt } = customer;
  return { id, title: name || email, values: detailsOf(customer), hasSignedIn: emailVerifiedAt !== null };
});

const TAKEN: DetailErrors = {
  email: "Another customer of yours has this e-mail address",
  externalId: "Another customer of yours has this external id",
};

export const action = forPartner(async (context, { params, request }) => {
  const customer = await findCustomerOrRefuse(context, params.customerId);
  const typed = customerDetails(await request.formData());
  // What the page does not let be typed is not read either.
  const values = customer.emailVerifiedAt === null ? typed : { ...typed, email: customer.email };
  const read = readCustomerDetails(values);
  if ("errors" in read) return invalid({ values, errors: read.errors });

  const result = await editCustomer(context, customer, read.draft);
  if (result.outcome === "taken") {
    return invalid({ values, errors: { [result.field]: TAKEN[result.field] } as DetailErrors });
  }
  return redirect(`/customers/${customer.id}`, 303);
});

export default function EditCustomer() {
  const { id, title, values: stored, hasSignedIn } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors: DetailErrors = refused?.errors ?? {};
  const isSaving = useNavigation().state !== "idle";
  return (
    <>
      <PageHeader
        title="Edit customer"
        breadcrumbs={[
          { label: "Customers", href: "/customers" },
          { label: title, href: `/customers/${id}` },
          { label: "Edit" },
        ]}
      />
      <CustomerCard
        errors={errors}
        save={{ label: "Save changes", pending: isSaving && "Saving…" }}
        cancelHref={`/customers/${id}`}
      >
        <DetailFields values={refused?.values ?? stored} errors={errors} hasSignedIn={hasSignedIn} />
      </CustomerCard>
    </>
  );
}

interface DetailFieldsProps {
  values: CustomerDetails;
  errors: DetailErrors;
  hasSignedIn: boolean;
}

const EMAIL_STAYS =
  "They have signed in with this address, so it stays: with another one somebody else would come into their credits. For a new address create a new customer.";

function DetailFields({ values, errors, hasSignedIn }: DetailFieldsProps) {
  const field = (name: keyof CustomerDetails) => ({ name, defaultValue: values[name], error: errors[name] });
  return (
    <>
      <TextField label="Name" optional="Optional" {...field("name")} />
      <TextField
        label="E-mail"
        type="email"
        {...field("email")}
        readOnly={hasSignedIn}
        hint={hasSignedIn ? EMAIL_STAYS : "They sign in with it. Nobody has yet, so it can be changed."}
      />
      <TextField label="Company" optional="Optional" {...field("company")} />
      <TextField
        label="External ID"
        optional="Optional"
        hint="What your own systems call them; no two customers have the same"
        {...field("externalId")}
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
