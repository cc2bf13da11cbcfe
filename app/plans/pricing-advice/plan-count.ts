import { type Advice, type ComparedPlan, hint } from "./advice";

const FEWEST = 3;
const MOST = 5;

/** Three to five plans leave a choice without making it hard. Where there is no plan at all, nothing is said. */
export function planCount(plans: readonly ComparedPlan[]): Advice[] {
  if (plans.length === 0) return [];
  const count = plans.filter(({ active }) => active).length;
  if (count === 0) return [hint("No plan is active, so customers have nothing to buy; offer three to five.")];
  const offered = count === 1 ? "1 plan is active" : `${count} plans are active`;
  if (count < FEWEST) {
    return [hint(`${offered}, which is a limited choice; offer three to five.`)];
  }
  if (count > MOST) {
    return [hint(`${offered}, which is too many to choose from; keep the three to five that sell best.`)];
  }
  return [];
}
