import { numberFormat } from "../formatters";
import { decimalsOf, minimumChargeMinor } from "../money";

const FRACTION_DIGITS = 4;

/**
 * What one credit costs, as text with two to four decimals of the major unit: "$0.04", "$0.0899".
 * Whole numbers all the way: the price is scaled up before it is divided.
 */
export function formatPerCredit(
  plan: { priceMinor: number; credits: number; currency: string },
  locale: string,
): string {
  const scale = 10n ** BigInt(FRACTION_DIGITS - Math.min(decimalsOf(plan.currency), FRACTION_DIGITS));
  const scaled = BigInt(plan.priceMinor) * scale;
  const credits = BigInt(plan.credits);
  const rounded = (scaled * 2n + credits) / (credits * 2n);
  const digits = rounded.toString().padStart(FRACTION_DIGITS + 1, "0");
  const decimal = `${digits.slice(0, -FRACTION_DIGITS)}.${digits.slice(-FRACTION_DIGITS)}` as `${number}`;
  return numberFormat(locale, {
    style: "currency",
    currency: plan.currency,
    minimumFractionDigits: Math.min(decimalsOf(plan.currency), 2),
    maximumFractionDigits: FRACTION_DIGITS,
  }).format(decimal);
}

/**
 * Which of two prices is higher. Across currencies each is counted in what Stripe charges at least there, which is
 * worth about as much everywhere.
 */
export function comparePrices(a: Priced, b: Priced): number {
  if (a.currency === b.currency) return a.priceMinor - b.priceMinor;
  return a.priceMinor * minimumChargeMinor(b.currency) - b.priceMinor * minimumChargeMinor(a.currency);
}

interface Priced {
  priceMinor: number;
  currency: string;
}

/** How much less a credit costs than in the plan with the fewest credits, in whole percent; 0 when not less. */
export function discountPercent(
  plan: { priceMinor: number; credits: number },
  smallest: { priceMinor: number; credits: number },
): number {
  const here = BigInt(plan.priceMinor) * BigInt(smallest.credits);
  const there = BigInt(smallest.priceMinor) * BigInt(plan.credits);
  if (here >= there) return 0;
  return Number(((there - here) * 200n + there) / (there * 2n));
}

/** The plan that one is compared with: of those in its currency the fewest credits, of equal ones the cheapest. */
export function smallestPlan<P extends { credits: number; priceMinor: number; currency: string }>(
  all: readonly P[],
  currency: string,
): P | null {
  const plans = all.filter((plan) => plan.currency === currency);
  return plans.reduce<P | null>((smallest, plan) => {
    if (!smallest) return plan;
    const fewer = plan.credits - smallest.credits || plan.priceMinor - smallest.priceMinor;
    return fewer < 0 ? plan : smallest;
  }, null);
}
