import { chargeStepMinor, formatMoney, minimumChargeMinor } from "../../money";
import { platformFeeMinor } from "../../purchases/platform-fee";
import { type Advice, danger } from "./advice";
import { formatPermille } from "./earnings";
import { divideUp } from "./whole-division";

// Stripe's usual fee for cards in the United States. What an account really pays depends on card and country.
const STRIPE_FEE_BPS = 290;
const STRIPE_FIXED_FEE_MINOR: Record<string, number> = { usd: 30 };

export interface Sale {
  priceMinor: number;
  /** What the plan's credits cost the partner; 0 where it is not known. */
  costMinor: number;
  currency: string;
  platformFeeBps: number;
}

/** What is left of one sale after its cost, our fee and an estimate of Stripe's. */
export const leftMinor = ({ priceMinor, costMinor, currency, platformFeeBps }: Sale): number =>
  priceMinor -
  costMinor -
  platformFeeMinor(priceMinor, platformFeeBps) -
  divideUp(priceMinor * STRIPE_FEE_BPS, 10_000) -
  fixedFeeMinor(currency);

/** Says so when a price earns nothing, or is none that Stripe charges. */
export function priceFloor(sale: Sale, locale: string): Advice[] {
  const money = (minor: number) => formatMoney(minor, sale.currency, locale);
  const minimum = minimumChargeMinor(sale.currency);
  if (sale.priceMinor < minimum) {
    return [danger(`Stripe charges no less than ${money(minimum)}; raise the price.`)];
  }
  if (leftMinor(sale) > 0) return [];

  const fees = sale.priceMinor - sale.costMinor - leftMinor(sale);
  const lowest = lowestEarningPrice(sale);
  const wayOut = lowest === null ? "your costs or fees must come down" : `ask for ${money(lowest)} or more`;
  return [
    danger(
      `At ${money(sale.priceMinor)} you earn nothing: your credits cost ${money(sale.costMinor)} and fees are about ${money(fees)}; ${wayOut}.`,
    ),
  ];
}

/** How Stripe's fee is estimated, in words. */
export function stripeFeeEstimate(currency: string, locale: string): string {
  const fixed = fixedFeeMinor(currency);
  const share = formatPermille(STRIPE_FEE_BPS / 10);
  return fixed === 0 ? share : `${share} + ${formatMoney(fixed, currency, locale)}`;
}

function lowestEarningPrice(sale: Sale): number | null {
  const keptBps = 10_000 - sale.platformFeeBps - STRIPE_FEE_BPS;
  if (keptBps <= 0) return null;
  // Each fee is rounded by itself, in our favour by less than one; so the search begins one too low.
  let priceMinor = divideUp((sale.costMinor + fixedFeeMinor(sale.currency)) * 10_000, keptBps) - 1;
  const step = chargeStepMinor(sale.currency);
  while (priceMinor % step !== 0 || leftMinor({ ...sale, priceMinor }) <= 0) priceMinor += 1;
  return priceMinor;
}

const fixedFeeMinor = (currency: string): number => STRIPE_FIXED_FEE_MINOR[currency] ?? 0;
