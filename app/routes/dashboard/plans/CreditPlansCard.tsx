import { Form } from "@remix-run/react";
import { Package, SearchX } from "lucide-react";
import type { CreditPlansPage } from "../../../plans/credit-plans-page.server";
import { CLEAN_UP_PATH, PLANS_PATH, STARTER_PATH } from "../../../plans/plan-paths";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { DataTable } from "../../../ui/DataTable";
import { EmptyState } from "../../../ui/EmptyState";
import { KeyHint } from "../../../ui/KeyHint";
import { RefusalPanel } from "../../../ui/RefusalPanel";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextLink } from "../../../ui/TextLink";
import { DragPlans } from "./DragPlans";
import { planColumns } from "./PlanColumns";
import { PlanOrderForm } from "./PlanOrderForm";
import { PlanSearch } from "./PlanSearch";

type ShownPlans = Omit<CreditPlansPage, "advice">;

/** "Customer Credit Plans", as a section of Settings and as a page of its own. */
export function CreditPlansCard(page: ShownPlans) {
  const { blocked, planCount, portalOrder, previewHref } = page;
  const hasPlans = planCount > 0;
  return (
    <div className="grid gap-4">
      {blocked && <RefusalPanel {...blocked} />}
      <Card
        id="customer-credit-plans"
        title="Customer Credit Plans"
        description="Credit packages that your customers buy in your portal."
        actions={!blocked && hasPlans && <CreatePlan />}
        footer={
          hasPlans && (
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <PlanOrderForm order={portalOrder} />
              <div className="flex flex-wrap gap-x-6 gap-y-2">
                {previewHref && <TextLink href={previewHref}>Preview portal</TextLink>}
                <TextLink href={CLEAN_UP_PATH}>Clean up test plans</TextLink>
              </div>
            </div>
          )
        }
        flush
      >
        {hasPlans ? <FoundPlans {...page} /> : <NoPlans {...page} />}
        <DeletedPlans {...page} />
      </Card>
    </div>
  );
}

const CreatePlan = () => (
  <ButtonLink href={`${PLANS_PATH}/new`} variant="primary" aria-keyshortcuts="c">
    Create Credit Plan
    <KeyHint>C</KeyHint>
  </ButtonLink>
);

function FoundPlans({ plans, planCount, names, listing, portalOrder, blocked, formId }: ShownPlans) {
  // Arrows move plans among all others, so they are shown where all are, in the order that is moved in.
  const isMovable = portalOrder === "custom" && listing.search === "" && listing.sort === null;
  return (
    <>
      <PlanSearch listing={listing} />
      {plans.length > 0 ? (
        <DragPlans names={names}>
          <DataTable
            caption="Customer Credit Plans"
            captionHidden
            columns={planColumns({ listing, planCount, isMovable, isCopiable: !blocked, formId, names })}
            rows={plans}
            rowKey={(plan) => plan.id}
          />
        </DragPlans>
      ) : (
        <EmptyState
          icon={SearchX}
          line="No plan with this in its name"
          action={<ButtonLink href={PLANS_PATH}>Show all plans</ButtonLink>}
        />
      )}
    </>
  );
}

function NoPlans({ blocked, formId }: ShownPlans) {
  return (
    <EmptyState
      icon={Package}
      line={blocked ? "No credit plans yet" : "No credit plans yet – Create your first plan"}
      text={
        blocked
          ? "Once the step above is done, you can create your first plan here."
          : "Or start with three, which stay inactive until you have looked at their names and prices."
      }
      action={
        !blocked && (
          <>
            <CreatePlan />
            <StartWithThreePlans formId={formId} />
          </>
        )
      }
    />
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

function DeletedPlans({ deletedSales }: ShownPlans) {
  if (!deletedSales) return null;
  const { sold, revenue } = deletedSales;
  return (
    <p className="border-t border-border px-5 py-3 text-sm text-muted-foreground sm:px-6">
      Plans that are deleted: {sold} sold, {revenue} net.
    </p>
  );
}
