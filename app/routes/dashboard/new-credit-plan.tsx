import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { forPartner, invalid } from "../../http/handlers.server";
import { newId } from "../../ids";
import { currencySymbol } from "../../money";
import { requireSeller } from "../../partners/require-seller";
import { createPlan } from "../../plans/create-plan.server";
import { readPlanForm } from "../../plans/plan";
import { PLANS_PATH } from "../../plans/plan-paths";
import { Card } from "../../ui/Card";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { EMPTY_PLAN, PlanForm, planFormValues } from "./PlanForm";

const LOCALE = "en-US";

export const meta = () => [{ title: "Create Credit Plan · Topup" }];

export const loader = forPartner(async ({ partner, account }) => {
  requireSeller(partner, account);
  const currency = partner.defaultCurrency;
  return {
    formId: newId("form"),
    symbol: currencySymbol(currency, LOCALE),
    currency: currency.toUpperCase(),
  };
});

export const action = forPartner(async (context, { request }) => {
  requireSeller(context.partner, context.account);
  const form = await request.formData();
  const values = planFormValues(form);
  const read = readPlanForm(values, context.partner.defaultCurrency, LOCALE);
  if ("errors" in read) return invalid({ values, errors: read.errors });

  await createPlan(context, read.draft, String(form.get("formId") || newId("form")));
  return redirect(`${PLANS_PATH}?created`, 303);
});

export default function NewCreditPlan() {
  const { formId, symbol, currency } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
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
      <Card>
        <PlanForm
          hidden={{ formId }}
          symbol={symbol}
          currency={currency}
          values={refused?.values ?? EMPTY_PLAN}
          errors={refused?.errors ?? {}}
          submit={{ label: "Create", pending: isSaving && "Creating…" }}
          cancelHref={PLANS_PATH}
        />
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
