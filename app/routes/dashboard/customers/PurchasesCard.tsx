import { Form } from "@remix-run/react";
import { Card } from "../../../ui/Card";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextField } from "../../../ui/TextField";

interface PurchasesCardProps {
  customerId: string;
  /** Why purchases are blocked; null while they are not. */
  blockedFor: string | null;
}

/** Keeps a customer from buying while they go on using what they have. */
export function PurchasesCard({ customerId, blockedFor }: PurchasesCardProps) {
  const action = `/customers/${customerId}/purchases`;
  if (blockedFor !== null) {
    return (
      <Card
        id="purchases"
        title="Purchases are blocked"
        description={`They see the plans, and the button is off. Reason: ${blockedFor || "none was given"}`}
      >
        <Form method="post" action={action}>
          <SubmitButton name="to" value="allow">
            Allow purchases
          </SubmitButton>
        </Form>
      </Card>
    );
  }
  return (
    <Card
      id="purchases"
      title="Purchases"
      description="Blocked, they see the plans and cannot buy them. Payment pages that they have open at Stripe are closed."
    >
      <Form method="post" action={action} className="grid max-w-xl justify-items-start gap-4">
        <div className="w-full">
          <TextField
            label="Reason"
            name="reason"
            autoComplete="off"
            hint="For you; they do not read it"
            required
            maxLength={500}
          />
        </div>
        <SubmitButton name="to" value="block" variant="secondary">
          Block purchases
        </SubmitButton>
      </Form>
    </Card>
  );
}
