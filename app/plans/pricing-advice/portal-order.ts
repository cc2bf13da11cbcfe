import { comparePrices } from "../pricing";
import { type Advice, type ComparedPlan, hint } from "./advice";

/** Where a plan stands in the portal. The dearest comes first: the first price that is read anchors the others. */
export function portalOrder(plan: ComparedPlan, others: readonly ComparedPlan[]): Advice[] {
  const shown = others.filter(({ active }) => active);
  if (shown.length === 0) return [];
  const place = shown.filter((other) => comparePrices(other, plan) > 0).length + 1;
  return [
    hint(
      `Customers read the most expensive plan first, which makes the others look cheaper; this one is number ${place} of ${shown.length + 1}.`,
    ),
  ];
}
