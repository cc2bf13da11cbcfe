import { Form } from "@remix-run/react";
import { DEFAULT_DAYS, MOST_DAYS } from "../../../reconcile/reconcile-form";
import { Card } from "../../../ui/Card";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextField } from "../../../ui/TextField";

interface CompareCardProps {
  refused: { typed: string; mistake: string } | undefined;
  /** How many days are being compared now, or null. */
  pendingDays: string | null;
}

const comparing = (days: string): string =>
  Number(days) > 1 ? `Comparing ${Number(days)} days…` : "Comparing…";

/** Asks for a comparison that changes nothing. */
export function CompareCard({ refused, pendingDays }: CompareCardProps) {
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
          <SubmitButton
            name="intent"
            value="compare"
            pending={pendingDays !== null && comparing(pendingDays)}
          >
            Compare with Stripe
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
