import { maximumPriceMinor, minimumChargeMinor } from "../../money";
import type { PlanDraft } from "../plan";
import { charm } from "./charm";
import { costPlus } from "./cost-plus";
import { divideToNearest } from "./whole-division";

const MARGIN_PERCENT = 60;
const SIZES = [
  { name: "Starter Pack", credits: 1_000, discountPercent: 0 },
  { name: "Pro Bundle", credits: 5_000, discountPercent: 20 },
  { name: "Enterprise Package", credits: 10_000, discountPercent: 40 },
];

// The least that Stripe charges is about half a dollar in each currency, so sixty of it stand for $30.
const COST_IN_MINIMUM_CHARGES = 60;
/** Keeps the largest of the three below the highest price of a plan. */
const MOST_COST_IN_HIGHEST_PRICE = 10;

/** Three plans to begin with, inactive until their partner has looked at the prices. */
export function starterPlans(currency: string): PlanDraft[] {
  const mostMinor = divideToNearest(maximumPriceMinor(currency), MOST_COST_IN_HIGHEST_PRICE);
  const costMinor = Math.min(minimumChargeMinor(currency) * COST_IN_MINIMUM_CHARGES, mostMinor);
  const basePriceMinor = charm(costPlus(costMinor, MARGIN_PERCENT), currency);
  return SIZES.map(({ name, credits, discountPercent }) => ({
    name,
    credits,
    priceMinor: charm(
      divideToNearest(basePriceMinor * credits * (100 - discountPercent), 1_000 * 100),
      currency,
    ),
    currency,
    unitCostMinorPer1000: null,
    description: "",
    active: false,
    popular: false,
    audience: "all",
  }));
}
