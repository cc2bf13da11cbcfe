import { Form } from "@remix-run/react";
import type { InvitationErrors, InvitationFormValues } from "../../../partners/member-form";
import { FieldErrors } from "../../../ui/FieldErrors";
import { RadioCards } from "../../../ui/RadioCards";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextField } from "../../../ui/TextField";

export const ROLES = [
  {
    value: "member",
    label: "Member",
    hint: "Everything about plans, customers, credits, refunds and the portal's looks.",
  },
  {
    value: "owner",
    label: "Owner",
    hint: "Also the team, the plan tier, Stripe Connect, the refund policy and domains.",
  },
];

interface InvitationFormProps {
  values: InvitationFormValues;
  errors: InvitationErrors;
  isSending: boolean;
}

export function InvitationForm({ values, errors, isSending }: InvitationFormProps) {
  return (
    <Form method="post" className="grid max-w-xl gap-5" noValidate>
      <FieldErrors errors={errors} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="off"
        defaultValue={values.email}
        error={errors.email}
        hint="They sign in with this address and need no password."
        required
      />
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        defaultValue={values.name}
        error={errors.name}
        optional="Optional"
      />
      <RadioCards legend="Role" name="role" options={ROLES} defaultValue={values.role} />
      <div>
        <SubmitButton pending={isSending && "Inviting…"}>Send invitation</SubmitButton>
      </div>
    </Form>
  );
}
