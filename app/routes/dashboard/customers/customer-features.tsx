import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { listPlansFor } from "../../../../db/plans.server";
import { findPortal } from "../../../../db/portals.server";
import { customerHead } from "../../../customers/customer-head";
import { editFeatures } from "../../../customers/edit-features.server";
import { featureValues, featureValuesOf, readFeaturesForm } from "../../../customers/features-form";
import { featuresNews } from "../../../customers/features-news";
import { findCustomerOrRefuse } from "../../../customers/find-customer.server";
import { seenPlans } from "../../../customers/seen-plans";
import { forPartner, invalid } from "../../../http/handlers.server";
import { newId } from "../../../ids";
import { Card } from "../../../ui/Card";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { CustomerHead } from "./CustomerHead";
import { FeaturesForm } from "./FeaturesForm";
import { PortalAccessCard } from "./PortalAccessCard";
import { PurchasesCard } from "./PurchasesCard";
import { SeenPlansCard } from "./SeenPlansCard";

export const meta = () => [{ title: "Features & Add-ons of a customer · Topup" }];

export const loader = forPartner(async (context, { params, request }) => {
  const { db, partner, account } = context;
  const customer = await findCustomerOrRefuse(context, params.customerId);
  const [plans, portal] = await Promise.all([
    listPlansFor(db, partner.id, customer.id),
    findPortal(db, partner.id),
  ]);
  return {
    head: customerHead(customer, newId("form")),
    access: customer.portalAccess,
    hasPortal: portal?.enabled ?? false,
    features: featureValuesOf(customer),
    blockedFor: customer.purchasesBlocked ? customer.purchasesBlockedReason : null,
    plans: seenPlans(plans, { partner, account, portal, customer }),
    news: featuresNews(new URL(request.url).searchParams),
  };
});

export const action = forPartner(async (context, { params, request }) => {
  const customer = await findCustomerOrRefuse(context, params.customerId);
  const values = featureValues(await request.formData());
  const read = readFeaturesForm(values);
  if ("errors" in read) return invalid({ values, errors: read.errors });
  await editFeatures(context, customer.id, read.draft);
  return redirect(`/customers/${customer.id}/features?saved`, 303);
});

export default function CustomerFeatures() {
  const { head, access, hasPortal, features, blockedFor, plans, news } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { formData, state } = useNavigation();
  const isSaving = state !== "idle" && formData?.has("graceUnit");
  return (
    <>
      <CustomerHead customer={head} current="features" />
      {news && !refused && <Notice tone="success" title={news} />}
      <PortalAccessCard customerId={head.id} formId={head.formId} access={access} hasPortal={hasPortal} />
      <Card
        id="features"
        title="AI Credits"
        description="What this customer may use, what it costs, and when they are told that little is left."
      >
        <FeaturesForm
          // Filled anew from what is stored once it was saved.
          key={JSON.stringify(refused ? "refused" : features)}
          values={refused?.values ?? features}
          errors={refused?.errors ?? {}}
          pending={isSaving && "Saving…"}
        />
      </Card>
      <SeenPlansCard customerId={head.id} plans={plans} />
      <PurchasesCard customerId={head.id} blockedFor={blockedFor} />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
