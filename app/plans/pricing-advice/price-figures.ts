import { formatMoney } from "../../money";
import { formatPerCredit, smallestPlan } from "../pricing";
import type { ComparedPlan } from "./advice";
import { earningsOf, formatPermille } from "./earnings";
import { perCreditAgainst } from "./per-credit";
import { leftMinor } from "./price-floor";

/** What the price of a plan is held against. */
export interface PricingCircumstances {
  currency: string;
  platformFeeBps: number;
  /** The partner's other plans. */
  others: readonly ComparedPlan[];
}

export interface PriceFigure {
  term: string;
  details: string;
}

/** What a price means, in words: for the customer first, then for the partner. */
export function priceFigures(
  { priceMinor, credits, costMinor }: { priceMinor: number; credits: number; costMinor: number | null },
  { currency, platformFeeBps, others }: PricingCircumstances,
  locale: string,
): PriceFigure[] {
  const plan = { priceMinor, credits, currency };
  const sale = { priceMinor, costMinor: costMinor ?? 0, currency, platformFeeBps };
  return [
    { term: "Per credit", details: formatPerCredit(plan, locale) },
    { term: "Against the smallest", details: againstSmallest(plan, others) },
    ...(costMinor === null ? [] : earnedFigures(priceMinor, costMinor)),
    {
      term: costMinor === null ? "Left after fees, about" : "Left after cost and fees, about",
      details: formatMoney(leftMinor(sale), currency, locale),
    },
  ];
}

function earnedFigures(priceMinor: number, costMinor: number): PriceFigure[] {
  const { markupPermille, grossMarginPermille } = earningsOf(priceMinor, costMinor);
  return [
    ...(markupPermille === null ? [] : [{ term: "Markup", details: formatPermille(markupPermille) }]),
    { term: "Gross margin", details: formatPermille(grossMarginPermille) },
  ];
}

function againstSmallest(
  plan: { priceMinor: number; credits: number; currency: string },
  others: readonly ComparedPlan[],
): string {
  const offered = others.filter(({ active }) => active);
  const smallest = smallestPlan([plan, ...offered], plan.currency) ?? plan;
  return smallest === plan ? "–" : perCreditAgainst(plan, smallest);
}
