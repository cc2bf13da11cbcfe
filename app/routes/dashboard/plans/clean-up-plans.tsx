import { redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Sparkles } from "lucide-react";
import { forPartner, invalid } from "../../../http/handlers.server";
import { cleanUpPlans, loadTestPlans } from "../../../plans/clean-up-plans.server";
import { PLANS_PATH } from "../../../plans/plan-paths";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { SubmitButton } from "../../../ui/SubmitButton";

export const meta = () => [{ title: "Clean up test plans · Topup" }];

export const loader = forPartner(async (context) => ({ plans: await loadTestPlans(context) }));

export const action = forPartner(async (context, { request }) => {
  const form = await request.formData();
  const chosen = form.getAll("plan").map(String);
  if (chosen.length === 0) return invalid({ chosen, error: "Choose the plans that are to go." });
  if (!form.has("sure")) return invalid({ chosen, error: "Say below the list that you are sure." });
  await cleanUpPlans(context, chosen);
  return redirect(`${PLANS_PATH}?cleaned`, 303);
});

export default function CleanUpPlans() {
  const { plans } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Clean up test plans"
        breadcrumbs={[
          { label: "Settings", href: "/settings" },
          { label: "Customer Credit Plans", href: PLANS_PATH },
          { label: "Clean up" },
        ]}
      />
      {answer && <Notice tone="danger" title={answer.error} text="Nothing was deleted." />}
      <Card
        title="Plans that nobody paid real money for"
        description="Never sold, or sold in Stripe's test mode only. A plan with a real sale is not here and cannot be deleted from here."
      >
        {plans.length > 0 ? (
          <ChooseTestPlans plans={plans} chosen={answer?.chosen ?? []} />
        ) : (
          <EmptyState
            icon={Sparkles}
            line="There is nothing to clean up"
            action={<ButtonLink href={PLANS_PATH}>Back to the list</ButtonLink>}
          />
        )}
      </Card>
    </>
  );
}

type TestPlans = ReturnType<typeof useLoaderData<typeof loader>>["plans"];

function ChooseTestPlans({ plans, chosen }: { plans: TestPlans; chosen: readonly string[] }) {
  const isDeleting = useNavigation().state !== "idle";
  return (
    <Form method="post" className="grid gap-5">
      <fieldset className="grid gap-1">
        <legend className="sr-only">Plans to delete</legend>
        {plans.map(({ id, name, price, active, isSold, sold }) => (
          <label key={id} className="flex min-h-9 items-center gap-3 text-sm pointer-coarse:min-h-11">
            <input type="checkbox" name="plan" value={id} defaultChecked={chosen.includes(id)} />
            <span className="min-w-0 break-words">
              <span className="font-medium">{name}</span>{" "}
              <span className="text-muted-foreground">
                {price} · {isSold ? `${sold} sold in test mode` : "never sold"} ·{" "}
                {active ? "Active" : "Inactive"}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="flex items-center gap-3 border-t border-border pt-4 text-sm pointer-coarse:min-h-15 pointer-coarse:pb-2">
        <input type="checkbox" name="sure" />
        Deletion is permanent and cannot be undone. Existing purchases remain in customer history.
      </label>
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="danger" pending={isDeleting && "Deleting…"}>
          Delete the chosen plans
        </SubmitButton>
        <ButtonLink href={PLANS_PATH} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}

export const ErrorBoundary = PageErrorBoundary;
