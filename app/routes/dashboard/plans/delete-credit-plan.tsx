import { redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { forPartner } from "../../../http/handlers.server";
import { deletePlan } from "../../../plans/delete-plan.server";
import { deleteWords } from "../../../plans/delete-words";
import { findPlanOrRefuse } from "../../../plans/find-plan.server";
import { backToList, readListing } from "../../../plans/plan-listing";
import { PLANS_PATH } from "../../../plans/plan-paths";
import { countSold } from "../../../plans/plan-sales";
import { Card } from "../../../ui/Card";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { DeleteChoice } from "./DeletePlan";

const LOCALE = "en-US";

export const meta = () => [{ title: "Delete Credit Plan · Topup" }];

export const loader = forPartner(async (context, { params, request }) => {
  const { id, name, active, sales } = await findPlanOrRefuse(context, params.planId);
  const plan = { id, name, active, sold: countSold(sales).toLocaleString(LOCALE) };
  return { plan, listing: readListing(new URL(request.url).searchParams) };
});

export const action = forPartner(async (context, { params, request }) => {
  await deletePlan(context, params.planId);
  return redirect(backToList(request.url, { deleted: "" }), 303);
});

export default function DeleteCreditPlan() {
  const { plan, listing } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Delete Credit Plan"
        breadcrumbs={[
          { label: "Settings", href: "/settings" },
          { label: "Customer Credit Plans", href: PLANS_PATH },
          { label: "Delete" },
        ]}
      />
      <Card title={`Delete ${plan.name}?`} description={deleteWords(plan.sold)}>
        <DeleteChoice plan={plan} listing={listing} />
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
