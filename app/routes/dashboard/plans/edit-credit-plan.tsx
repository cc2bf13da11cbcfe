import { data, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Refusal } from "../../../errors";
import { statusOf } from "../../../http/error-response.server";
import { forPartner, invalid } from "../../../http/handlers.server";
import { editPlan } from "../../../plans/edit-plan.server";
import { findPlanOrRefuse } from "../../../plans/find-plan.server";
import { type PlanErrors, type PlanFormValues, readPlanForm } from "../../../plans/plan";
import { stampOf, valuesOf } from "../../../plans/plan-edit";
import { PLANS_PATH } from "../../../plans/plan-paths";
import { loadPricing } from "../../../plans/pricing-circumstances.server";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { RefusalPanel } from "../../../ui/RefusalPanel";
import { advisedValues, PlanForm, planFormValues } from "./PlanForm";
import { PlanNotice } from "./PlanNotice";
import { StoredPlan } from "./StoredPlan";

const LOCALE = "en-US";

export const meta = () => [{ title: "Edit Credit Plan · Topup" }];

export const loader = forPartner(async (context, { params }) => {
  const plan = await findPlanOrRefuse(context, params.planId);
  return {
    version: stampOf(plan),
    values: valuesOf(plan),
    ...(await loadPricing(context, plan.currency, plan.id)),
  };
});

/** Why nothing was saved, if it was meant to be. What was typed comes back with every answer. */
interface Unsaved {
  values: PlanFormValues;
  /** What the form was filled from; after a conflict, what the person has been shown since. */
  version: string;
  isAdvised?: boolean;
  errors?: PlanErrors;
  stored?: PlanFormValues;
  refusal?: Pick<Refusal, "title" | "message" | "action">;
}

export const action = forPartner(async (context, { request, params }) => {
  const plan = await findPlanOrRefuse(context, params.planId);
  const form = await request.formData();
  const [values, version] = [planFormValues(form), String(form.get("version") ?? "")];
  const advised = advisedValues(form, plan.currency);
  if (advised) return data<Unsaved>({ values: advised, version, isAdvised: true });

  const read = readPlanForm(values, plan.currency, LOCALE);
  if ("errors" in read) return invalid<Unsaved>({ values, version, errors: read.errors });

  try {
    const edit = await editPlan(context, plan, read.draft, version);
    if (edit.outcome !== "changed_meanwhile") {
      return redirect(`${PLANS_PATH}?${new URLSearchParams({ [edit.outcome]: plan.id })}`, 303);
    }
    const { stored } = edit;
    return data<Unsaved>({ values, version: stampOf(stored), stored: valuesOf(stored) }, { status: 409 });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "not_found") throw error;
    const { title, message, action: wayOut } = error;
    const refusal = { title, message, action: wayOut };
    return data<Unsaved>({ values, version, refusal }, { status: statusOf(error) });
  }
});

export default function EditCreditPlan() {
  const { version, values, ...page } = useLoaderData<typeof loader>();
  const unsaved = useActionData<typeof action>() as Unsaved | undefined;
  const isSaving = useNavigation().state !== "idle";
  return (
    <>
      <PageHeader
        title="Edit Credit Plan"
        breadcrumbs={[
          { label: "Settings", href: "/settings" },
          { label: "Customer Credit Plans", href: PLANS_PATH },
          { label: "Edit" },
        ]}
      />
      {!unsaved && <PlanNotice plans={[]} />}
      {unsaved?.refusal && <RefusalPanel {...unsaved.refusal} />}
      {unsaved?.stored && <StoredPlan plan={unsaved.stored} />}
      <PlanForm
        {...page}
        hidden={{ version: unsaved?.version ?? version }}
        values={unsaved?.values ?? values}
        errors={unsaved?.errors ?? {}}
        submit={{ label: "Save changes", pending: isSaving && "Saving…" }}
        cancelHref={PLANS_PATH}
        isAdvised={unsaved?.isAdvised ?? false}
        focusName={!unsaved?.errors && !unsaved?.isAdvised}
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
