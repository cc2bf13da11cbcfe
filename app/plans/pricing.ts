import { numberFormat } from "../formatters";
import { decimalsOf, minimumChargeMinor, pricedDecimalsOf } from "../money";

/** A credit is worth a fraction of what is charged at least: its price has so many decimals more than a price. */
const FINER_DIGITS = 2;

/**
 * What one credit costs, as text with the decimals of a price and up to two more: "$0.04", "$0.0899", "¥4.9".
 * Whole numbers all the way: the price is scaled up before it is divided.
 */
export function formatPerCredit(
  plan: { priceMinor: number; credits: number; currency: string },
  locale: string,
): string {
  const priced = pricedDecimalsOf(plan.currency);
  const places = priced + FINER_DIGITS;
  const scaled = BigInt(plan.priceMinor) * 10n ** BigInt(places - decimalsOf(plan.currency));
  const credits = BigInt(plan.credits);
  const rounded = (scaled * 2n + credits) / (credits * 2n);
  const digits = rounded.toString().padStart(places + 1, "0");
  const decimal = `${digits.slice(0, -places)}.${digits.slice(-places)}` as `${number}`;
  return numberFormat(locale, {
    style: "currency",
    currency: plan.currency,
    minimumFractionDigits: priced,
    maximumFractionDigits: places,
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
