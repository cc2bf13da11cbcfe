import { redirect } from "@remix-run/cloudflare";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { forPartner } from "../../http/handlers.server";
import { deletePlan } from "../../plans/delete-plan.server";
import { findPlanOrRefuse } from "../../plans/find-plan.server";
import { PLANS_PATH, planPath } from "../../plans/plan-paths";
import { Button, ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { SubmitButton } from "../../ui/SubmitButton";

export const meta = () => [{ title: "Delete Credit Plan · Topup" }];

export const loader = forPartner(async (context, { params }) => {
  const { id, name, active } = await findPlanOrRefuse(context, params.planId);
  return { id, name, active };
});

export const action = forPartner(async (context, { params }) => {
  await deletePlan(context, params.planId);
  return redirect(`${PLANS_PATH}?deleted`, 303);
});

export default function DeleteCreditPlan() {
  const { id, name, active } = useLoaderData<typeof loader>();
  const isDeleting = useNavigation().state !== "idle";
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
      <Card
        title={`Delete ${name}?`}
        description="Deletion is permanent and cannot be undone. Existing purchases remain in customer history."
      >
        <div className="flex flex-wrap gap-3">
          <Form method="post">
            <SubmitButton variant="danger" pending={isDeleting && "Deleting…"}>
              Delete
            </SubmitButton>
          </Form>
          {active && (
            <Form method="post" action={planPath(id, "active")}>
              <Button type="submit" name="to" value="off">
                Deactivate instead
              </Button>
            </Form>
          )}
          <ButtonLink href={PLANS_PATH} variant="quiet">
            Cancel
          </ButtonLink>
        </div>
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
