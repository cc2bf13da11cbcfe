import { Form } from "@remix-run/react";
import { Check, Minus } from "lucide-react";
import { Badge } from "../../ui/Badge";
import { SubmitButton } from "../../ui/SubmitButton";

interface TierCardProps {
  name: string;
  label: string;
  customerLimit: number | null;
  allowsCreditPlans: boolean;
  allowsCustomDomain: boolean;
  fee: string;
  isCurrent: boolean;
  isChosenHere: boolean;
}

/** A tier and what it allows, beside the others. */
export function TierCard({ name, label, isCurrent, isChosenHere, ...allows }: TierCardProps) {
  return (
    <li
      aria-current={isCurrent ? "true" : undefined}
      className="surface flex flex-col gap-5 p-5 aria-[current]:border-primary-edge"
    >
      <div className="flex min-h-6 flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{label}</h2>
        {isCurrent && <Badge tone="success">Your tier</Badge>}
      </div>
      <ul className="grid gap-2.5 text-sm">
        <Allowed yes>{allows.customerLimit === null ? "Any number of customers" : customers(allows)}</Allowed>
        <Allowed yes={allows.allowsCreditPlans}>Customer Credit Plans</Allowed>
        <Allowed yes={allows.allowsCustomDomain}>Custom domain</Allowed>
        <Allowed yes>{`${allows.fee} platform fee on each sale`}</Allowed>
      </ul>
      {isChosenHere && !isCurrent && (
        <Form method="post" className="mt-auto">
          <SubmitButton variant="secondary" name="tier" value={name} wide>
            {`Choose ${label}`}
          </SubmitButton>
        </Form>
      )}
    </li>
  );
}

const customers = ({ customerLimit }: Pick<TierCardProps, "customerLimit">) =>
  customerLimit === 1 ? "1 customer" : `${customerLimit} customers`;

function Allowed({ yes, children }: { yes: boolean; children: string }) {
  const Icon = yes ? Check : Minus;
  return (
    <li className={`flex gap-2.5 ${yes ? "" : "text-muted-foreground"}`}>
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${yes ? "text-success" : ""}`} />
      <span>
        {children}
        {!yes && <span className="sr-only"> (not included)</span>}
      </span>
    </li>
  );
}
