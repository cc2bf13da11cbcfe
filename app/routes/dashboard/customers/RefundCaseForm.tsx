import { Form, useNavigation } from "@remix-run/react";
import type { CaseChoice } from "../../../refunds/case";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextArea } from "../../../ui/TextArea";

interface RefundCaseFormProps {
  /** Makes a form that is sent twice one decision. */
  formId: string;
  /** What the person sees as due, so that nothing else is decided. */
  dueMicros: number;
  note: string;
  error: string | undefined;
  buttons: readonly { choice: CaseChoice; label: string }[];
}

export function RefundCaseForm({ formId, dueMicros, note, error, buttons }: RefundCaseFormProps) {
  const pending = useNavigation().formData?.get("choice");
  return (
    <Form method="post" className="grid max-w-xl gap-5" noValidate>
      <input type="hidden" name="formId" value={formId} />
      <input type="hidden" name="due" value={dueMicros} />
      <TextArea
        label="Note"
        name="note"
        hint="Your customer reads it in their history when credits are deducted."
        rows={2}
        defaultValue={note}
        error={error}
        required
      />
      <div className="flex flex-wrap gap-3">
        {buttons.map(({ choice, label }, index) => (
          <SubmitButton
            key={choice}
            name="choice"
            value={choice}
            variant={index === 0 ? "primary" : "secondary"}
            pending={pending === choice && "Deciding…"}
          >
            {label}
          </SubmitButton>
        ))}
      </div>
    </Form>
  );
}
