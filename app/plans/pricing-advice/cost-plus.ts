import { divideUp } from "./whole-division";

const CREDITS_PER_COST = 1_000;

/** What the credits of a plan cost the partner, rounded up to a whole minor unit. */
export const planCostMinor = (unitCostMinorPer1000: number, credits: number): number =>
  divideUp(unitCostMinorPer1000 * credits, CREDITS_PER_COST);

/** The price that adds a margin to a cost: $30 and 60 % are $48. */
export const costPlus = (costMinor: number, marginPercent: number): number =>
  divideUp(costMinor * (100 + marginPercent), 100);

/** Reads a whole percentage as a person types it ("60" or "60 %"), or null if it is not one. */
export function parseMarginPercent(text: string): number | null {
  const digits = /^(\d{1,3})\s*%?$/.exec(text.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
