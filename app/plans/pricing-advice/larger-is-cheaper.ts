import { chargeStepMinor, formatMoney, minimumChargeMinor } from "../../money";
import { formatPerCredit } from "../pricing";
import { type Advice, activeBySize, type ComparedPlan, warning } from "./advice";
import { comparePerCredit, dearerPercent, highestBelow } from "./per-credit";

/** Whoever buys more expects to pay less for each credit. */
export function largerIsCheaper(plans: readonly ComparedPlan[], locale: string): Advice[] {
  const bySize = activeBySize(plans);
  return bySize.flatMap((plan) => {
    const smaller = bySize.filter(
      ({ credits, currency }) => credits < plan.credits && currency === plan.currency,
    );
    const [smallest] = smaller;
    const [cheapest] = smaller.toSorted(comparePerCredit);
    if (!smallest || !cheapest || comparePerCredit(plan, cheapest) < 0) return [];

    const other = comparePerCredit(plan, smallest) > 0 ? smallest : cheapest;
    const about = [plan.id, other.id];
    return [
      warning(`${comparison(plan, other, smallest, locale)}; ${wayOut(plan, cheapest, locale)}.`, about),
    ];
  });
}

function comparison(plan: ComparedPlan, other: ComparedPlan, smallest: ComparedPlan, locale: string): string {
  const percent = dearerPercent(plan, other);
  const dearer = percent > 0 ? `${percent} % dearer than` : "no cheaper than";
  const place = other === smallest ? ", the smallest plan" : "";
  return `${plan.name} costs ${formatPerCredit(plan, locale)} per credit, ${dearer} ${other.name}${place}`;
}

function wayOut(plan: ComparedPlan, cheapest: ComparedPlan, locale: string): string {
  const highestMinor = highestBelow(plan.credits, cheapest);
  const chargeableMinor = highestMinor - (highestMinor % chargeStepMinor(plan.currency));
  return chargeableMinor < minimumChargeMinor(plan.currency)
    ? `raise the price of ${cheapest.name}`
    : `lower its price to ${formatMoney(chargeableMinor, plan.currency, locale)} or less`;
}
