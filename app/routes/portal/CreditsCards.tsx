import { Package } from "lucide-react";
import type { CreditsOverview } from "../../purchases/credits-overview.server";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { BalanceCard } from "../../ui/portal/BalanceCard";
import { HistoryList } from "../../ui/portal/HistoryList";
import { PlanCard } from "../../ui/portal/PlanCard";
import { PlanGrid } from "../../ui/portal/PlanGrid";
import { SubmitButton } from "../../ui/SubmitButton";
import { TextLink } from "../../ui/TextLink";
import { useTexts } from "../../ui/wording";

/** The balance, the plans and the latest changes, wherever a customer looks for them. */
export function CreditsCards({ overview }: { overview: CreditsOverview }) {
  const { entries } = overview;
  const { credits, history } = useTexts();
  return (
    <>
      <Alarms overview={overview} />
      <Balance overview={overview} />
      <PlansForSale overview={overview} />
      {entries.length > 0 && (
        <section className="grid gap-4">
          <HistoryList caption={credits.latest} headers={history} entries={entries} />
          <p className="text-sm">
            <TextLink href="/history">{credits.allHistory}</TextLink>
          </p>
        </section>
      )}
    </>
  );
}

function Alarms({ overview: { owed, alarm } }: { overview: CreditsOverview }) {
  const { credits } = useTexts();
  if (owed) return <Notice tone="warning" title={credits.owed(owed)} text={credits.owedText} />;
  return alarm && <Notice tone="warning" {...alarm} />;
}

function Balance({ overview: { balance, unit, used, enough, updated } }: { overview: CreditsOverview }) {
  const { credits } = useTexts();
  return (
    <BalanceCard
      label={credits.balance}
      amount={balance}
      unit={unit}
      figures={[
        ...(enough ? [{ label: credits.enough, ...enough }] : []),
        { label: credits.used, value: used, hint: credits.usedHint },
        ...(updated ? [{ label: credits.lastChange, value: updated }] : []),
      ]}
    />
  );
}

function PlansForSale({ overview: { plans, supportEmail, clickId } }: { overview: CreditsOverview }) {
  const { credits } = useTexts();
  const isPaused = plans.some((plan) => !plan.purchasable);
  return (
    <section aria-labelledby="plans" className="grid gap-4">
      <h2 id="plans" className="text-lg font-semibold">
        {credits.buy}
      </h2>
      {isPaused && <Notice tone="warning" {...credits.paused} />}
      {plans.length > 0 ? (
        <PlanGrid>
          {plans.map((plan) => (
            <PlanForSale key={plan.id} plan={plan} clickId={clickId} />
          ))}
        </PlanGrid>
      ) : (
        <Card>
          <EmptyState
            icon={Package}
            line={credits.noPlans}
            text={
              supportEmail && (
                <TextLink href={`mailto:${supportEmail}`}>{credits.noPlansHelp(supportEmail)}</TextLink>
              )
            }
          />
        </Card>
      )}
    </section>
  );
}

type Plan = CreditsOverview["plans"][number];

function PlanForSale({ plan, clickId }: { plan: Plan; clickId: string }) {
  const { credits } = useTexts();
  return (
    <PlanCard {...plan} badge={plan.popular ? credits.popular : undefined}>
      <form method="post" action="/credits">
        <input type="hidden" name="planId" value={plan.id} />
        <input type="hidden" name="clickId" value={clickId} />
        <SubmitButton
          wide
          variant={plan.popular ? "primary" : "secondary"}
          disabled={!plan.purchasable}
          aria-label={credits.purchaseOf(plan.name)}
        >
          {credits.purchase}
        </SubmitButton>
      </form>
    </PlanCard>
  );
}
