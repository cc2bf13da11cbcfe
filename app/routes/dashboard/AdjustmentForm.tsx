import { Form } from "@remix-run/react";
import type { AdjustmentErrors, AdjustmentFormValues } from "../../customers/adjustment-form";
import { FieldErrors } from "../../ui/FieldErrors";
import { Notice } from "../../ui/Notice";
import { SubmitButton } from "../../ui/SubmitButton";
import { TextArea } from "../../ui/TextArea";
import { TextField } from "../../ui/TextField";

interface AdjustmentFormProps {
  /** Makes a form that is sent twice one adjustment. */
  formId: string;
  values: AdjustmentFormValues;
  errors: AdjustmentErrors;
  /** Why the wallet did not take it, when the form itself was right. */
  refusal: { title: string; text: string } | null;
  /** Which of the two buttons is on its way. */
  pending: "add" | "deduct" | null;
}

export function AdjustmentForm({ formId, values, errors, refusal, pending }: AdjustmentFormProps) {
  return (
    <Form method="post" className="grid max-w-xl gap-5" noValidate>
      <input type="hidden" name="formId" value={formId} />
      {refusal && <Notice tone="danger" {...refusal} />}
      <FieldErrors
        title="Check the highlighted fields"
        errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
        autoFocus
      />
      <TextField
        label="Amount"
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        hint="How many credits, such as 100 or 12.5"
        defaultValue={values.amount}
        error={errors.amount}
        required
      />
      <TextArea
        label="Note"
        name="note"
        hint="Why, such as the reason of a refund. Your customer reads it in their history."
        rows={2}
        defaultValue={values.note}
        error={errors.note}
        required
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="add" pending={pending === "add" && "Adding…"}>
          Add Credits
        </SubmitButton>
        <SubmitButton
          name="intent"
          value="deduct"
          variant="secondary"
          pending={pending === "deduct" && "Deducting…"}
        >
          Deduct Credits
        </SubmitButton>
      </div>
    </Form>
  );
}
