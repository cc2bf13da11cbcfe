import { useLoaderData } from "@remix-run/react";
import { findPortal } from "../../../db/portals.server";
import { forPartner } from "../../http/handlers.server";
import { TIER_LABEL } from "../../partners/tier";
import { loadCreditPlans } from "../../plans/credit-plans-page.server";
import { portalOrigin } from "../../portals/site";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { CreditPlansCard } from "./CreditPlansCard";

export const meta = () => [{ title: "Settings · Topup" }];

export const loader = forPartner(async (context) => {
  const [portal, creditPlans] = await Promise.all([
    findPortal(context.db, context.partner.id),
    loadCreditPlans(context),
  ]);
  return {
    tier: TIER_LABEL[context.partner.tier],
    portalUrl: portal ? portalOrigin(context.settings, portal) : null,
    creditPlans,
  };
});

export default function SettingsPage() {
  const { tier, portalUrl, creditPlans } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Settings" />
      <CreditPlansCard {...creditPlans} />
      <Card
        title="Stripe Connect"
        description="The Stripe account on which your customers pay you."
        actions={<ButtonLink href="/settings/stripe-connect">Open</ButtonLink>}
      />
      <Card
        title="Refund policy"
        description="What happens to credits when their money goes back to the customer."
        actions={<ButtonLink href="/settings/refund-policy">Open</ButtonLink>}
      />
      <Card
        title="Portal"
        description={
          portalUrl ? (
            <>
              Your customers sign in at <TextLink href={portalUrl}>{portalUrl}</TextLink>
            </>
          ) : (
            "You have no portal yet."
          )
        }
      />
      <Card
        title="Plan tier"
        description={`You are on ${tier}.`}
        actions={<ButtonLink href="/settings/plan-tier">Open</ButtonLink>}
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
