import type { CustomerRow } from "../../customers/customer-rows";
import { Amount } from "../../ui/Amount";
import { Badge } from "../../ui/Badge";
import type { Column } from "../../ui/DataTable";
import { TextLink } from "../../ui/TextLink";
import { Timestamp } from "../../ui/Timestamp";

export const CUSTOMER_COLUMNS: Column<CustomerRow>[] = [
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
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 @max-2xl:justify-end">
        <span className="break-all">{email}</span>
        <Badge tone={mailbox.tone}>{mailbox.label}</Badge>
      </span>
    ),
  },
  {
    key: "access",
    header: "Portal access",
    cell: ({ access }) => <Badge tone={access.tone}>{access.label}</Badge>,
  },
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
