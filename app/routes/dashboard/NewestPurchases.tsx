import type { NewestPurchase } from "../../purchases/newest-purchase";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { TextLink } from "../../ui/TextLink";
import { Timestamp } from "../../ui/Timestamp";

export function NewestPurchases({ purchases }: { purchases: readonly NewestPurchase[] }) {
  return (
    <Card
      title="Newest purchases"
      footer={<TextLink href="/billing-and-invoices">All purchases</TextLink>}
      flush
    >
      <ul className="text-sm">
        {purchases.map(({ id, customer, href, plan, amount, status, at }) => (
          <li
            key={id}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-t border-border px-5 py-3 sm:px-6"
          >
            <span className="min-w-0 break-words">
              <TextLink href={href}>{customer}</TextLink>
            </span>
            <span className="text-end font-medium tabular-nums">{amount}</span>
            <span className="min-w-0 break-words text-muted-foreground">
              {plan} · <Timestamp {...at} />
            </span>
            <span className="text-end">
              <Badge tone={status.tone}>{status.label}</Badge>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
