import { Form } from "@remix-run/react";
import {
  MAX_DESCRIPTION_LENGTH,
  MAX_NAME_LENGTH,
  type PlanErrors,
  type PlanFormValues,
} from "../../plans/plan";
import { ButtonLink } from "../../ui/Button";
import { FieldErrors } from "../../ui/FieldErrors";
import { MoneyField } from "../../ui/MoneyField";
import { SubmitButton } from "../../ui/SubmitButton";
import { Switch } from "../../ui/Switch";
import { TextArea } from "../../ui/TextArea";
import { TextField } from "../../ui/TextField";

export const EMPTY_PLAN: PlanFormValues = {
  name: "",
  credits: "",
  price: "",
  description: "",
  active: true,
  popular: false,
};

export const planFormValues = (form: FormData): PlanFormValues => ({
  name: String(form.get("name") ?? ""),
  credits: String(form.get("credits") ?? ""),
  price: String(form.get("price") ?? ""),
  description: String(form.get("description") ?? ""),
  active: form.get("active") !== null,
  popular: form.get("popular") !== null,
});

interface PlanFormProps {
  /** Hidden fields by name: what makes a form that is sent twice one plan, or says what it was filled from. */
  hidden: Record<string, string>;
  symbol: string;
  currency: string;
  values: PlanFormValues;
  errors: PlanErrors;
  submit: { label: string; pending: string | false };
  cancelHref: string;
  /** Set where the form opens filled in, so that a person starts at its first field. */
  focusName?: boolean | undefined;
}

export function PlanForm({ hidden, values, errors, submit, cancelHref, ...money }: PlanFormProps) {
  return (
    <Form method="post" className="grid max-w-xl gap-5" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FieldErrors
        title="Check the highlighted fields"
        errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
        autoFocus
      />
      <PlanTerms values={values} errors={errors} {...money} />
      <Switch
        label="Active"
        name="active"
        hint="Customers see this plan in your portal"
        defaultChecked={values.active}
      />
      <Switch
        label="Popular"
        name="popular"
        hint="Shows the badge “Popular”; only one plan has it, so it moves here"
        defaultChecked={values.popular}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pending={submit.pending}>{submit.label}</SubmitButton>
        <ButtonLink href={cancelHref} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}

/** What is sold for how much: the part of a plan that a purchase freezes. */
function PlanTerms({
  values,
  errors,
  symbol,
  currency,
  focusName,
}: Omit<PlanFormProps, "hidden" | "submit" | "cancelHref">) {
  return (
    <>
      <TextField
        {...(focusName && { autoFocus: true })}
        label="Name"
        name="name"
        hint="What your customers read, such as Starter Pack"
        defaultValue={values.name}
        error={errors.name}
        maxLength={MAX_NAME_LENGTH * 2}
      />
      <TextField
        label="Credits"
        name="credits"
        inputMode="numeric"
        hint="How many credits one purchase adds"
        defaultValue={values.credits}
        error={errors.credits}
      />
      <MoneyField
        label="Price"
        name="price"
        symbol={symbol}
        code={currency}
        defaultValue={values.price}
        error={errors.price}
      />
      <TextArea
        label="Description"
        name="description"
        optional="Optional"
        hint={`Up to ${MAX_DESCRIPTION_LENGTH} characters`}
        defaultValue={values.description}
        error={errors.description}
      />
    </>
  );
}
