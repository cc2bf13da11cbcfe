import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import {
  type AdjustmentErrors,
  type AdjustmentFormValues,
  balancesAfter,
} from "../../../customers/adjustment-form";
import { FieldErrors } from "../../../ui/FieldErrors";
import { Notice } from "../../../ui/Notice";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextArea } from "../../../ui/TextArea";
import { TextField } from "../../../ui/TextField";

interface AdjustmentFormProps {
  /** Makes a form that is sent twice one adjustment. */
  formId: string;
  balanceMicros: number;
  values: AdjustmentFormValues;
  errors: AdjustmentErrors;
  /** Why the wallet did not take it, when the form itself was right. */
  refusal: { title: string; text: string } | null;
  /** Which of the two buttons is on its way. */
  pending: "add" | "deduct" | null;
}

export function AdjustmentForm(props: AdjustmentFormProps) {
  const { formId, balanceMicros, values, errors, refusal, pending } = props;
  const [amount, setAmount] = useState(values.amount);
  const isLive = useIsLive();
  return (
    <Form method="post" className="grid max-w-xl gap-5" noValidate>
      <input type="hidden" name="formId" value={formId} />
      {/* Without scripts the balance after is shown on a page of its own; with them it is below, as it is typed. */}
      {!isLive && <input type="hidden" name="review" value="yes" />}
      {refusal && <Notice tone="danger" {...refusal} />}
      <FieldErrors errors={errors} />
      <TextField
        label="Amount"
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        hint="How many credits, such as 100 or 12.5"
        defaultValue={values.amount}
        error={errors.amount}
        onInput={(event) => setAmount(event.currentTarget.value)}
        required
      />
      {isLive && <BalanceAfter balanceMicros={balanceMicros} amount={amount} />}
      <TextArea
        label="Note"
        name="note"
        hint="Why, such as the reason of a refund. Your customer reads it in their history."
        rows={2}
        defaultValue={values.note}
        error={errors.note}
        required
      />
      <AdjustmentButtons pending={pending} />
    </Form>
  );
}

function AdjustmentButtons({ pending }: Pick<AdjustmentFormProps, "pending">) {
  return (
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
  );
}

/** False on the server and until scripts run. */
function useIsLive(): boolean {
  const [isLive, setIsLive] = useState(false);
  useEffect(() => setIsLive(true), []);
  return isLive;
}

function BalanceAfter({ balanceMicros, amount }: { balanceMicros: number; amount: string }) {
  const balances = balancesAfter(balanceMicros, amount, "en-US");
  return (
    <output className="grid gap-1 rounded-lg bg-muted px-3 py-2 text-sm tabular-nums" aria-live="polite">
      {balances ? (
        <>
          <span>
            Added: {balances.before} → <strong>{balances.added}</strong>
          </span>
          <span>
            Deducted:{" "}
            {balances.deducted === null ? (
              `not possible, the balance is ${balances.before}`
            ) : (
              <>
                {balances.before} → <strong>{balances.deducted}</strong>
              </>
            )}
          </span>
        </>
      ) : (
        <span className="text-muted-foreground">The balance before and after appears here.</span>
      )}
    </output>
  );
}
