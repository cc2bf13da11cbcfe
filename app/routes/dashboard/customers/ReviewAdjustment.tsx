import { Form } from "@remix-run/react";
import type { AdjustmentReview } from "../../../customers/review-adjustment";
import { Card } from "../../../ui/Card";
import { DefinitionList } from "../../../ui/DefinitionList";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextField } from "../../../ui/TextField";

interface ReviewAdjustmentProps {
  review: AdjustmentReview;
  /** What is wrong with the amount that was typed again. */
  error: string | undefined;
  isPending: boolean;
}

const WORDS = {
  add: { verb: "Add", button: "Add Credits", pending: "Adding…" },
  deduct: { verb: "Deduct", button: "Deduct Credits", pending: "Deducting…" },
} as const;

/** The last look before credits are added or deducted: the balance before and after. */
export function ReviewAdjustment({ review, error, isPending }: ReviewAdjustmentProps) {
  const { formId, intent, values, amount, before, after, note } = review;
  const { verb, button, pending } = WORDS[intent];
  return (
    <Card id="credits" title={`${verb} ${amount}?`} description="Nothing has been changed yet.">
      <Form method="post" className="grid max-w-xl gap-5" noValidate>
        <DefinitionList
          items={[
            { term: "Balance before", details: before },
            { term: "Balance after", details: after },
            { term: "Note", details: <span className="whitespace-pre-line">{note}</span> },
          ]}
        />
        <input type="hidden" name="formId" value={formId} />
        <input type="hidden" name="amount" value={values.amount} />
        <input type="hidden" name="note" value={values.note} />
        {review.mustTypeAgain && (
          <TextField
            label="Type the amount again"
            name="again"
            inputMode="decimal"
            autoComplete="off"
            hint={`To be sure that you mean ${amount}`}
            error={error}
            required
            autoFocus
          />
        )}
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value={intent} pending={isPending && pending}>
            {button}
          </SubmitButton>
          <SubmitButton name="intent" value="change" variant="secondary">
            Change
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
