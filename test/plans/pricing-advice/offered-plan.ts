import type { ComparedPlan } from "../../../app/plans/pricing-advice/advice";

/** A plan on offer, told by what is compared. Its name is its id. */
export const offered = (
  name: string,
  credits: number,
  priceMinor: number,
  changes: Partial<ComparedPlan> = {},
): ComparedPlan => ({ id: name, name, credits, priceMinor, currency: "usd", active: true, ...changes });

/** The three plans whose largest is dearer per credit than its neighbours. */
export const DEAR_LARGEST = [
  offered("Starter Pack", 1_000, 4_900),
  offered("Pro Bundle", 5_000, 19_900),
  offered("Enterprise Package", 10_000, 89_900),
];

export const textsOf = (advice: readonly { text: string }[]): string[] => advice.map(({ text }) => text);
