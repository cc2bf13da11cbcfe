import type { Advice } from "./advice";
import { differentiation } from "./differentiation";
import { largerIsCheaper } from "./larger-is-cheaper";
import { planCount } from "./plan-count";
import { type PopularCandidate, popularChoice } from "./popular-choice";

/** What there is to say about all plans of a partner together. */
export const planSetAdvice = (plans: readonly PopularCandidate[], locale: string): Advice[] => [
  ...largerIsCheaper(plans, locale),
  ...differentiation(plans, locale),
  ...planCount(plans),
  ...popularChoice(plans),
];
