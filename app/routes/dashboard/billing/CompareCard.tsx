import { Form } from "@remix-run/react";
import { DEFAULT_DAYS, MOST_DAYS } from "../../../reconcile/reconcile-form";
import { Card } from "../../../ui/Card";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextField } from "../../../ui/TextField";

interface CompareCardProps {
  refused: { typed: string; mistake: string } | undefined;
  isPending: boolean;
}

/** Asks for a comparison that changes nothing. */
export function CompareCard({ refused, isPending }: CompareCardProps) {
  return (
    <Card>
      <Form method="post" className="flex flex-wrap items-start gap-4" noValidate>
        <div className="w-full max-w-xs">
          <TextField
            label="Days"
            name="days"
            inputMode="numeric"
            hint={`How far back, 1 to ${MOST_DAYS}. Comparing changes nothing.`}
            defaultValue={refused?.typed ?? String(DEFAULT_DAYS)}
            error={refused?.mistake}
          />
        </div>
        <div className="sm:pt-6.5">
          <SubmitButton name="intent" value="compare" pending={isPending && "Comparing…"}>
            Compare with Stripe
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
