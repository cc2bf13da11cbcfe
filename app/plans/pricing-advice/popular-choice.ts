import { type Advice, type ComparedPlan, hint, warning } from "./advice";
import { planCostMinor } from "./cost-plus";
import { earningsOf } from "./earnings";

export interface PopularCandidate extends ComparedPlan {
  popular: boolean;
  unitCostMinorPer1000: number | null;
  /** How often it was bought lately. */
  sold: number;
}

/** Which plan deserves the badge: the one that sells best, or the one that earns most. */
export function popularChoice(plans: readonly PopularCandidate[]): Advice[] {
  const active = plans.filter((plan) => plan.active);
  if (active.length < 2) return [];

  const worthy = [mostSold(active), highestMargin(active)].filter((choice) => choice !== null);
  const [best] = worthy;
  const mark = best ? `mark ${best.plan.name}, ${best.reason}` : "mark the one that you want to sell";
  const popular = plans.find((plan) => plan.popular);
  if (!popular) return [hint(`No plan is marked Popular; ${mark}.`)];
  if (!popular.active) {
    return [warning(`${popular.name} is marked Popular but is inactive, so no plan stands out; ${mark}.`)];
  }
  if (!best || worthy.some(({ plan }) => plan === popular)) return [];
  return [hint(`${popular.name} is marked Popular; better ${mark}.`)];
}

interface Choice {
  plan: PopularCandidate;
  reason: string;
}

/** Null while nothing was sold, and where two plans share the first place. */
function mostSold(plans: readonly PopularCandidate[]): Choice | null {
  const [first, second] = plans.toSorted((a, b) => b.sold - a.sold);
  return first && first.sold > (second?.sold ?? 0) ? { plan: first, reason: "the most sold" } : null;
}

/** Null unless the cost of every plan is known. */
function highestMargin(plans: readonly PopularCandidate[]): Choice | null {
  const [first, second] = plans
    .map((plan) => ({ plan, permille: marginPermille(plan) }))
    .toSorted((a, b) => (b.permille ?? 0) - (a.permille ?? 0));
  const isKnown = plans.every((plan) => marginPermille(plan) !== null);
  if (!first || !isKnown || first.permille === second?.permille) return null;
  return { plan: first.plan, reason: "which has the highest margin" };
}

function marginPermille({ priceMinor, credits, unitCostMinorPer1000 }: PopularCandidate): number | null {
  if (unitCostMinorPer1000 === null) return null;
  return earningsOf(priceMinor, planCostMinor(unitCostMinorPer1000, credits)).grossMarginPermille;
}
