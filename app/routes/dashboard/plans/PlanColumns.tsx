import { isPlanSort, type PlanListing, sortLink } from "../../../plans/plan-listing";
import type { PlanNames } from "../../../plans/plan-news";
import type { PlanRow } from "../../../plans/plan-rows";
import { Badge } from "../../../ui/Badge";
import type { Column } from "../../../ui/DataTable";
import { ManagePlan } from "./ManagePlan";
import { MovePlan } from "./MovePlan";
import { PlanSwitch, useShownSwitches } from "./PlanSwitch";

interface PlanTable {
  listing: PlanListing;
  planCount: number;
  isMovable: boolean;
  isCopiable: boolean;
  formId: string;
  names: PlanNames;
}

/** The table of plans. Its headers sort by links, and everything that changes a plan is a form of its own. */
export function planColumns(table: PlanTable): Column<PlanRow>[] {
  const columns = [
    ...FIGURES,
    ...switchColumns(table),
    ...(table.isMovable ? [moveColumn(table)] : []),
    manageColumn(table),
  ];
  return columns.map((column) =>
    isPlanSort(column.key) ? { ...column, sort: sortLink(table.listing, column.key) } : column,
  );
}

const FIGURES: Column<PlanRow>[] = [
  { key: "name", header: "Name", priority: "title", cell: (plan) => <PlanName plan={plan} /> },
  { key: "credits", header: "Credits", align: "end", cell: (plan) => plan.credits },
  { key: "price", header: "Price", align: "end", priority: "figure", cell: (plan) => plan.price },
  {
    key: "per-credit",
    header: "Per credit",
    align: "end",
    cell: (plan) => <Figure value={plan.perCredit} note={plan.againstSmallest || "–"} />,
  },
  {
    key: "sold",
    header: "Sold",
    align: "end",
    cell: (plan) => <Figure value={plan.sold} note={`${plan.soldLately} in 30 days`} />,
  },
  { key: "revenue", header: "Net revenue", align: "end", cell: (plan) => plan.revenue || "–" },
];

const switchColumns = (table: PlanTable): Column<PlanRow>[] => [
  { key: "active", header: "Active", cell: (plan) => <PlanSwitch {...table} plan={plan} setting="active" /> },
  {
    key: "popular",
    header: "Popular",
    cell: (plan) => <PlanSwitch {...table} plan={plan} setting="popular" />,
  },
];

const manageColumn = (table: PlanTable): Column<PlanRow> => ({
  key: "manage",
  header: "Manage",
  align: "end",
  priority: "actions",
  cell: (plan) => <ManagePlan {...table} plan={plan} />,
});

const moveColumn = (table: PlanTable): Column<PlanRow> => ({
  key: "order",
  header: "Order",
  align: "end",
  cell: (plan) => <MovePlan {...table} plan={plan} />,
});

function PlanName({ plan }: { plan: PlanRow }) {
  const { active, popular } = useShownSwitches(plan);
  return (
    <span className="flex flex-wrap items-center gap-2 tabular:min-w-36">
      {plan.name}
      {popular && <Badge tone="brand">Popular</Badge>}
      <Badge tone={active ? "success" : "neutral"}>{active ? "Active" : "Inactive"}</Badge>
    </span>
  );
}

/** A figure, and below it what it is compared with. */
function Figure({ value, note }: { value: string; note: string }) {
  return (
    <>
      {value} <span className="block text-xs text-muted-foreground">{note}</span>
    </>
  );
}
