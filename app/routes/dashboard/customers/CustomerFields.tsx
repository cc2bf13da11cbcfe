import type { CustomerDetails, DetailErrors } from "../../../customers/customer-details";
import { Switch } from "../../../ui/Switch";
import { TextField } from "../../../ui/TextField";

interface CustomerFieldsProps {
  values: CustomerDetails;
  errors: DetailErrors;
}

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
        label="External id"
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
