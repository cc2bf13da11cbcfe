import type { PlanFormValues } from "../../../plans/plan";
import { Card } from "../../../ui/Card";
import { DefinitionList } from "../../../ui/DefinitionList";
import { Notice } from "../../../ui/Notice";

/** Shown above a form that was not saved because the plan is no longer what the form was filled from. */
export function StoredPlan({ plan }: { plan: PlanFormValues }) {
  const currency = plan.currency.toUpperCase();
  return (
    <>
      <Notice
        tone="danger"
        title="This plan was changed in the meantime"
        text="Nothing was saved, and what you typed is still in the form. Save changes again to put it in the place of what is stored now."
      />
      <Card title="Stored now">
        <DefinitionList
          items={[
            { term: "Name", details: plan.name },
            { term: "Credits", details: plan.credits },
            { term: "Price", details: `${plan.price} ${currency}` },
            {
              term: "Cost per 1,000 credits",
              details: plan.unitCost ? `${plan.unitCost} ${currency}` : "None",
            },
            { term: "Description", details: plan.description || "None" },
            { term: "Active", details: plan.active ? "On" : "Off" },
            { term: "Popular", details: plan.popular ? "On" : "Off" },
            {
              term: "Who sees it",
              details: plan.audience === "all" ? "All customers" : "Only selected customers",
            },
          ]}
        />
      </Card>
    </>
  );
}
