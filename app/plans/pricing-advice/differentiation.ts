import { countCredits, creditsToMicros } from "../../credits";
import { formatPerCredit } from "../pricing";
import { type Advice, activeBySize, type ComparedPlan, warning } from "./advice";
import { comparePerCredit, isWithinPercent } from "./per-credit";
import { divideUp } from "./whole-division";

const ALIKE_WITHIN_PERCENT = 3;

/**
 * Plans that a customer can hardly tell apart, each named once, with the nearest that is like it. A larger plan
 * that costs no less per credit is left to `largerIsCheaper`, which says more.
 */
export function differentiation(plans: readonly ComparedPlan[], locale: string): Advice[] {
  const bySize = activeBySize(plans);
  return bySize.flatMap((plan, index) => {
    const smaller = bySize.slice(0, index).filter(({ currency }) => currency === plan.currency);
    const found = smaller.toReversed().flatMap((other) => {
      const text = likeness(plan, other, locale);
      return text ? [warning(text, [plan.id, other.id])] : [];
    });
    return found.slice(0, 1);
  });
}

function likeness(plan: ComparedPlan, smaller: ComparedPlan, locale: string): string | null {
  const both = `${smaller.name} and ${plan.name}`;
  const size = (credits: number) => countCredits(creditsToMicros(credits), locale);
  if (plan.credits === smaller.credits) {
    return `${both} both have ${size(plan.credits)}; change one of them or switch one off.`;
  }
  if (plan.credits * 2 < smaller.credits * 3) {
    const enough = size(divideUp(smaller.credits * 3, 2));
    return `${both} are nearly the same size; give ${plan.name} at least ${enough} or switch one off.`;
  }
  const isCheaper = comparePerCredit(plan, smaller) < 0;
  if (isCheaper && isWithinPercent(plan, smaller, ALIKE_WITHIN_PERCENT)) {
    const prices = `${formatPerCredit(smaller, locale)} and ${formatPerCredit(plan, locale)}`;
    return `${both} cost nearly the same per credit, ${prices}; lower the price of ${plan.name}, so that buying more pays.`;
  }
  return null;
}
