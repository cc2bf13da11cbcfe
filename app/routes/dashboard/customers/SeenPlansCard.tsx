import { Form } from "@remix-run/react";
import { Package } from "lucide-react";
import type { SeenPlan } from "../../../customers/seen-plans";
import { Badge } from "../../../ui/Badge";
import { Card } from "../../../ui/Card";
import { type Column, DataTable } from "../../../ui/DataTable";
import { EmptyState } from "../../../ui/EmptyState";
import { SwitchButton } from "../../../ui/SwitchButton";
import { TextLink } from "../../../ui/TextLink";

interface SeenPlansCardProps {
  customerId: string;
  plans: readonly SeenPlan[];
}

/** What a customer finds in the portal and why: the rule that decides, explaining itself. */
export function SeenPlansCard({ customerId, plans }: SeenPlansCardProps) {
  return (
    <Card
      id="plans"
      flush
      title="What this customer sees"
      description="Every plan, whether they see it and can buy it, and what stands in the way."
    >
      {plans.length > 0 ? (
        <DataTable
          caption="What this customer sees"
          captionHidden
          columns={columnsFor(customerId)}
          rows={plans}
          rowKey={(plan) => plan.id}
        />
      ) : (
        <EmptyState icon={Package} line="No credit plans yet" text="Create a plan, and it appears here." />
      )}
    </Card>
  );
}

const columnsFor = (customerId: string): Column<SeenPlan>[] => [
  {
    key: "plan",
    header: "Plan",
    priority: "title",
    cell: ({ name, terms, isSelective }) => (
      <span className="grid gap-0.5">
        <span>{name}</span>
        <span className="text-xs font-normal text-muted-foreground">
          {terms}
          {isSelective && " · only selected customers"}
        </span>
      </span>
    ),
  },
  {
    key: "shown",
    header: "Shown",
    cell: ({ id, name, isChosen }) => (
      <Form method="post" action={`/customers/${customerId}/plans/${id}`} preventScrollReset>
        <SwitchButton
          label={`Shown to this customer: ${name}`}
          checked={isChosen}
          name="to"
          value={isChosen ? "off" : "on"}
        />
      </Form>
    ),
  },
  {
    key: "sees",
    header: "Sees it",
    cell: ({ visible }) => <YesNo is={visible} />,
  },
  {
    key: "buys",
    header: "Can buy it",
    cell: ({ purchasable }) => <YesNo is={purchasable} />,
  },
  {
    key: "why",
    header: "Why not",
    cell: ({ reasons }) => (reasons.length > 0 ? <Reasons reasons={reasons} /> : "–"),
  },
];

const YesNo = ({ is }: { is: boolean }) => (
  <Badge tone={is ? "success" : "neutral"}>{is ? "Yes" : "No"}</Badge>
);

function Reasons({ reasons }: Pick<SeenPlan, "reasons">) {
  return (
    <ul className="grid gap-1">
      {reasons.map(({ text, fix }) => (
        <li key={text}>
          {text}
          {fix && (
            <>
              {" · "}
              <TextLink href={fix.href}>{fix.label}</TextLink>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
