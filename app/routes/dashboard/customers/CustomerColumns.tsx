import { Form } from "@remix-run/react";
import type { CustomerRow } from "../../../customers/customer-rows";
import { Amount } from "../../../ui/Amount";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import type { Column } from "../../../ui/DataTable";
import { TextLink } from "../../../ui/TextLink";
import { Timestamp } from "../../../ui/Timestamp";

const WHO: Column<CustomerRow>[] = [
  {
    key: "name",
    header: "Name",
    priority: "title",
    cell: ({ id, name, company }) => (
      <span className="grid">
        <TextLink href={`/customers/${id}`}>{name}</TextLink>
        {company && <span className="text-xs font-normal text-muted-foreground">{company}</span>}
      </span>
    ),
  },
  {
    key: "email",
    header: "E-mail",
    cell: ({ email, mailbox }) => (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 stacked:justify-end">
        <span className="break-all">{email}</span>
        <Badge tone={mailbox.tone}>{mailbox.label}</Badge>
      </span>
    ),
  },
];

const MONEY: Column<CustomerRow>[] = [
  { key: "ai", header: "AI credits", cell: ({ aiCredits }) => aiCredits },
  {
    key: "balance",
    header: "Balance",
    align: "end",
    priority: "figure",
    cell: ({ balance, isLow }) => (
      <span className="inline-flex items-center gap-2">
        {isLow && <Badge tone="warning">Low</Badge>}
        <Amount>{balance}</Amount>
      </span>
    ),
  },
  {
    key: "last",
    header: "Last purchase",
    cell: ({ lastPurchase }) => (lastPurchase ? <Timestamp {...lastPurchase} /> : "–"),
  },
  {
    key: "net",
    header: "Lifetime net",
    align: "end",
    cell: ({ net }) => (
      <span className="grid">
        {net.length > 0 ? net.map((amount) => <Amount key={amount}>{amount}</Amount>) : "–"}
      </span>
    ),
  },
];

/** `formId` makes an invitation that is sent twice one. */
export const customerColumns = (formId: string): Column<CustomerRow>[] => [
  ...WHO,
  {
    key: "access",
    header: "Portal access",
    cell: (customer) => (
      <span className="flex flex-wrap items-center gap-2 stacked:justify-end">
        <Badge tone={customer.access.tone}>{customer.access.label}</Badge>
        {customer.invite && <InviteButton customer={customer} formId={formId} />}
      </span>
    ),
  },
  ...MONEY,
];

function InviteButton({ customer: { id, name, invite }, formId }: { customer: CustomerRow; formId: string }) {
  return (
    <Form method="post" action={`/customers/${id}/invite`}>
      <input type="hidden" name="formId" value={formId} />
      <Button type="submit" size="small" aria-label={`${invite}: ${name}`}>
        {invite}
      </Button>
    </Form>
  );
}
