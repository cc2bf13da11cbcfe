import { redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Package } from "lucide-react";
import { listActivePlans } from "../../../db/plans.server";
import { formatCredits } from "../../credits";
import { forCustomer } from "../../http/handlers.server";
import { newId } from "../../ids";
import { planCards } from "../../plans/plan-cards";
import { inPortalOrder } from "../../plans/plan-order";
import { HISTORY_HEADERS, historyRows } from "../../purchases/history-rows";
import { startCheckout } from "../../purchases/start-checkout.server";
import { formatRelativeTime } from "../../time";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { BalanceCard } from "../../ui/portal/BalanceCard";
import { HistoryList } from "../../ui/portal/HistoryList";
import { PlanCard } from "../../ui/portal/PlanCard";
import { PlanGrid } from "../../ui/portal/PlanGrid";
import { SubmitButton } from "../../ui/SubmitButton";
import { TextLink } from "../../ui/TextLink";

const NEWEST_ENTRIES = 5;

export const loader = forCustomer(async (context) => {
  const { db, wallet, partner, portal, customer } = context;
  const [plans, summary] = await Promise.all([
    listActivePlans(db, partner.id),
    wallet(customer.id).summary(NEWEST_ENTRIES),
  ]);
  const now = context.now();
  return {
    balance: formatCredits(summary.balanceMicros, portal.locale),
    owed: summary.balanceMicros < 0 ? formatCredits(-summary.balanceMicros, portal.locale) : null,
    updated: summary.updatedAt && formatRelativeTime(summary.updatedAt, now, portal.locale),
    plans: planCards(inPortalOrder(plans, partner.planOrder), context, portal.locale),
    entries: historyRows(summary.entries, now, portal.locale),
    // One page view is one intent: its double click is one purchase, a fresh page is the next.
    clickId: newId("click"),
  };
});

export const action = forCustomer(async (context, { request }) => {
  const form = await request.formData();
  const clickId = String(form.get("clickId") || newId("click"));
  return redirect(await startCheckout(context, String(form.get("planId") ?? ""), clickId), 303);
});

type Plan = ReturnType<typeof planCards>[number];

function PlansForSale({ plans, clickId }: { plans: readonly Plan[]; clickId: string }) {
  if (plans.length === 0) {
    return (
      <Card>
        <EmptyState icon={Package} line="No plans are available right now" />
      </Card>
    );
  }
  return (
    <PlanGrid>
      {plans.map((plan) => (
        <PlanCard key={plan.id} {...plan} badge={plan.popular ? "Popular" : undefined}>
          <form method="post" action="/credits">
            <input type="hidden" name="planId" value={plan.id} />
            <input type="hidden" name="clickId" value={clickId} />
            <SubmitButton
              wide
              variant={plan.popular ? "primary" : "secondary"}
              disabled={!plan.purchasable}
              aria-label={`Purchase ${plan.name}`}
            >
              Purchase
            </SubmitButton>
          </form>
        </PlanCard>
      ))}
    </PlanGrid>
  );
}

export default function Credits() {
  const { balance, owed, updated, plans, entries, clickId } = useLoaderData<typeof loader>();
  const isPaused = plans.some((plan) => !plan.purchasable);
  return (
    <>
      <PageHeader title="Credits" />
      <BalanceCard
        label="Current Balance"
        amount={balance}
        unit="credits"
        figures={updated ? [{ label: "Last change", value: updated }] : []}
      />
      {owed && (
        <Notice
          tone="warning"
          title={`${owed} credits are owed`}
          text="A payment was returned after its credits had been used. Your next purchase repays them first."
        />
      )}
      <section aria-labelledby="plans" className="grid gap-4">
        <h2 id="plans" className="text-lg font-semibold">
          Buy credits
        </h2>
        {isPaused && (
          <Notice
            tone="warning"
            title="Purchases are paused"
            text="Your balance is safe. Please try again later."
          />
        )}
        <PlansForSale plans={plans} clickId={clickId} />
      </section>
      {entries.length > 0 && (
        <section className="grid gap-4">
          <HistoryList caption="Latest changes" headers={HISTORY_HEADERS} entries={entries} />
          <p>
            <TextLink href="/history">All history</TextLink>
          </p>
        </section>
      )}
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
