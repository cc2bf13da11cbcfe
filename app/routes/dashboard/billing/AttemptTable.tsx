import type { AttemptRow } from "../../../purchases/attempt-rows";
import { type Column, DataTable } from "../../../ui/DataTable";
import { TextLink } from "../../../ui/TextLink";
import { Timestamp } from "../../../ui/Timestamp";
import { StripeLink } from "./StripeLink";

const CUSTOMER: Column<AttemptRow> = {
  key: "customer",
  header: "Customer",
  cell: (attempt) => (
    <TextLink href={`/customers/${attempt.customerId}/billing`}>{attempt.customer}</TextLink>
  ),
};

const COLUMNS: Column<AttemptRow>[] = [
  {
    key: "reason",
    header: "Reason",
    priority: "title",
    cell: ({ reason, code }) => (
      <span className="grid max-w-md justify-items-start gap-1">
        {reason}
        <code translate="no" className="text-xs font-normal text-muted-foreground">
          {code}
        </code>
      </span>
    ),
  },
  { key: "plan", header: "Plan", cell: (attempt) => attempt.plan },
  { key: "amount", header: "Amount", align: "end", priority: "figure", cell: (attempt) => attempt.amount },
  { key: "date", header: "Date", cell: (attempt) => <Timestamp {...attempt.date} /> },
  {
    key: "stripe",
    header: "Stripe",
    cell: ({ stripeUrl, plan, date }) => <StripeLink href={stripeUrl} of={`${plan}, ${date.exact}`} />,
  },
];

interface AttemptTableProps {
  attempts: AttemptRow[];
  /** Where all of them are of the customer whose page this is. */
  isOfOne?: boolean | undefined;
}

/** Tries to pay that did not go through, each with its reason. */
export function AttemptTable({ attempts, isOfOne }: AttemptTableProps) {
  return (
    <DataTable
      caption="Failed attempts"
      captionHidden
      columns={isOfOne ? COLUMNS : [...COLUMNS.slice(0, 1), CUSTOMER, ...COLUMNS.slice(1)]}
      rows={attempts}
      rowKey={(attempt) => attempt.key}
    />
  );
}
