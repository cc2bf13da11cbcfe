import { Form } from "@remix-run/react";
import { Package, Pencil, Trash2 } from "lucide-react";
import type { CreditPlansPage, PlanRow } from "../../plans/credit-plans-page.server";
import { PLANS_PATH, planPath, STARTER_PATH } from "../../plans/plan-paths";
import { Badge } from "../../ui/Badge";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { RefusalPanel } from "../../ui/RefusalPanel";
import { SubmitButton } from "../../ui/SubmitButton";
import { PlanSwitch } from "./PlanSwitch";

const COLUMNS: Column<PlanRow>[] = [
  {
    key: "name",
    header: "Name",
    priority: "title",
    cell: (plan) => (
      <span className="flex flex-wrap items-center gap-2">
        {plan.name}
        {plan.popular && <Badge tone="brand">Popular</Badge>}
        <Badge tone={plan.active ? "success" : "neutral"}>{plan.active ? "Active" : "Inactive"}</Badge>
      </span>
    ),
  },
  { key: "credits", header: "Credits", align: "end", cell: (plan) => plan.credits },
  { key: "price", header: "Price", align: "end", priority: "figure", cell: (plan) => plan.price },
  { key: "per-credit", header: "Per credit", align: "end", cell: (plan) => plan.perCredit },
  { key: "discount", header: "Against the smallest", align: "end", cell: (plan) => plan.discount || "–" },
  { key: "active", header: "Active", cell: (plan) => <PlanSwitch plan={plan} setting="active" /> },
  { key: "popular", header: "Popular", cell: (plan) => <PlanSwitch plan={plan} setting="popular" /> },
  { key: "manage", header: "Manage", priority: "actions", cell: (plan) => <ManagePlan plan={plan} /> },
];

function ManagePlan({ plan: { id, name } }: { plan: PlanRow }) {
  return (
    <span className="flex justify-end gap-1">
      <ButtonLink href={planPath(id)} size="small" variant="quiet" aria-label={`Edit ${name}`}>
        <Pencil aria-hidden className="size-4" />
        <span aria-hidden>Edit</span>
      </ButtonLink>
      <ButtonLink href={planPath(id, "delete")} size="small" variant="quiet" aria-label={`Delete ${name}`}>
        <Trash2 aria-hidden className="size-4" />
      </ButtonLink>
    </span>
  );
}

function StartWithThreePlans({ formId }: { formId: string }) {
  return (
    <Form method="post" action={STARTER_PATH}>
      <SubmitButton variant="secondary" name="formId" value={formId}>
        Start with three plans
      </SubmitButton>
    </Form>
  );
}

/** "Customer Credit Plans", as a section of Settings and as a page of its own. */
export function CreditPlansCard({ plans, blocked, starterFormId }: CreditPlansPage) {
  const create = (
    <ButtonLink href={`${PLANS_PATH}/new`} variant="primary">
      Create Credit Plan
    </ButtonLink>
  );
  return (
    <div className="grid gap-4">
      {blocked && <RefusalPanel {...blocked} />}
      <Card
        id="customer-credit-plans"
        title="Customer Credit Plans"
        description="Credit packages that your customers buy in your portal. The most expensive is shown first."
        actions={!blocked && plans.length > 0 && create}
        flush
      >
        {plans.length > 0 ? (
          <DataTable
            caption="Customer Credit Plans"
            captionHidden
            columns={COLUMNS}
            rows={plans}
            rowKey={(plan) => plan.id}
          />
        ) : (
          <EmptyState
            icon={Package}
            line="No credit plans yet – Create your first plan"
            text="Or start with three, which stay inactive until you have looked at their names and prices."
            action={
              !blocked && (
                <>
                  {create}
                  <StartWithThreePlans formId={starterFormId} />
                </>
              )
            }
          />
        )}
      </Card>
    </div>
  );
}
