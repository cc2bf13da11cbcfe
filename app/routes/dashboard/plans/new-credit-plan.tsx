import { data, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { forPartner, invalid } from "../../../http/handlers.server";
import { newId } from "../../../ids";
import { requireSeller } from "../../../partners/require-seller";
import { createPlan } from "../../../plans/create-plan.server";
import { EMPTY_PLAN, readPlanForm } from "../../../plans/plan";
import { PLANS_PATH } from "../../../plans/plan-paths";
import { loadPricing } from "../../../plans/pricing-circumstances.server";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { advisedValues, PlanForm, planFormValues } from "./PlanForm";

const LOCALE = "en-US";

export const meta = () => [{ title: "Create Credit Plan · Topup" }];

export const loader = forPartner(async (context) => {
  const { partner } = requireSeller(context.partner, context.account);
  const currency = partner.defaultCurrency;
  return {
    formId: newId("form"),
    ...(await loadPricing(context, currency)),
  };
});

export const action = forPartner(async (context, { request }) => {
  requireSeller(context.partner, context.account);
  const form = await request.formData();
  const usual = context.partner.defaultCurrency;
  const advised = advisedValues(form, usual);
  if (advised) return data({ values: advised, errors: {}, isAdvised: true });

  const values = planFormValues(form);
  const read = readPlanForm(values, usual, LOCALE);
  if ("errors" in read) return invalid({ values, errors: read.errors, isAdvised: false });

  await createPlan(context, read.draft, String(form.get("formId") || newId("form")));
  return redirect(`${PLANS_PATH}?created`, 303);
});

export default function NewCreditPlan() {
  const { formId, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isSaving = useNavigation().state !== "idle";
  return (
    <>
      <PageHeader
        title="Create Credit Plan"
        breadcrumbs={[
          { label: "Settings", href: "/settings" },
          { label: "Customer Credit Plans", href: PLANS_PATH },
          { label: "Create" },
        ]}
      />
      <PlanForm
        {...page}
        hidden={{ formId }}
        values={answer?.values ?? EMPTY_PLAN}
        errors={answer?.errors ?? {}}
        submit={{ label: "Create", pending: isSaving && "Creating…" }}
        cancelHref={PLANS_PATH}
        isAdvised={answer?.isAdvised ?? false}
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
