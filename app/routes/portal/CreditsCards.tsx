import { Package } from "lucide-react";
import type { CreditsOverview } from "../../purchases/credits-overview.server";
import { HISTORY_HEADERS } from "../../purchases/history-rows";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { BalanceCard } from "../../ui/portal/BalanceCard";
import { HistoryList } from "../../ui/portal/HistoryList";
import { PlanCard } from "../../ui/portal/PlanCard";
import { PlanGrid } from "../../ui/portal/PlanGrid";
import { SubmitButton } from "../../ui/SubmitButton";
import { TextLink } from "../../ui/TextLink";

function PlansForSale({ plans, clickId }: { plans: CreditsOverview["plans"]; clickId: string }) {
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

/** The balance, the plans and the latest changes, wherever a customer looks for them. */
export function CreditsCards({ overview }: { overview: CreditsOverview }) {
  const { balance, used, owed, updated, plans, entries, clickId } = overview;
  const isPaused = plans.some((plan) => !plan.purchasable);
  return (
    <>
      <BalanceCard
        label="Current Balance"
        amount={balance}
        unit="credits"
        figures={[
          { label: "Total Used", value: used, hint: "by usage; deductions do not count" },
          ...(updated ? [{ label: "Last change", value: updated }] : []),
        ]}
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
