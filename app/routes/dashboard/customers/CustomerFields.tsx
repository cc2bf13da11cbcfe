import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { CustomerDetails, DetailErrors } from "../../../customers/customer-details";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { FieldErrors } from "../../../ui/FieldErrors";
import { SubmitButton } from "../../../ui/SubmitButton";
import { Switch } from "../../../ui/Switch";
import { TextField } from "../../../ui/TextField";

interface CustomerFieldsProps {
  values: CustomerDetails;
  errors: DetailErrors;
}

interface CustomerCardProps {
  errors: DetailErrors;
  save: { label: string; pending: string | false };
  cancelHref: string;
  children: ReactNode;
}

/** The form in which a customer is added or edited, around its fields. */
export const CustomerCard = ({ errors, save, cancelHref, children }: CustomerCardProps) => (
  <Card>
    <Form method="post" className="grid max-w-xl gap-5" noValidate>
      <FieldErrors errors={errors} />
      {children}
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={save.pending}>{save.label}</SubmitButton>
        <ButtonLink href={cancelHref} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  </Card>
);

/** Who a customer is. */
export function CustomerFields({ values, errors }: CustomerFieldsProps) {
  return (
    <>
      <TextField
        label="E-mail"
        name="email"
        type="email"
        required
        autoComplete="off"
        defaultValue={values.email}
        error={errors.email}
        hint="They sign in with it, and receipts go there"
      />
      <TextField
        label="Name"
        name="name"
        optional="Optional"
        autoComplete="off"
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        label="Company"
        name="company"
        optional="Optional"
        autoComplete="off"
        defaultValue={values.company}
        error={errors.company}
      />
      <TextField
        label="External ID"
        name="externalId"
        optional="Optional"
        autoComplete="off"
        defaultValue={values.externalId}
        error={errors.externalId}
        hint="What your own system calls them"
      />
    </>
  );
}

export function InviteSwitch({ isOn, hint }: { isOn: boolean; hint: string }) {
  return <Switch label="Invite to the portal now" name="invite" hint={hint} defaultChecked={isOn} />;
}
