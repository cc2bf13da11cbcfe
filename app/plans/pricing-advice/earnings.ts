import { divideToNearest } from "./whole-division";

/** What a price earns above its cost, twice: compared with the cost, and as a share of the price. */
export interface Earnings {
  /** Tenths of a percent of the cost; null where credits cost nothing. */
  markupPermille: number | null;
  /** Tenths of a percent of the price. */
  grossMarginPermille: number;
}

export function earningsOf(priceMinor: number, costMinor: number): Earnings {
  const earnedMinor = priceMinor - costMinor;
  return {
    markupPermille: costMinor === 0 ? null : divideToNearest(earnedMinor * 1_000, costMinor),
    grossMarginPermille: divideToNearest(earnedMinor * 1_000, priceMinor),
  };
}

/** 633 is "63.3 %". */
export function formatPermille(permille: number): string {
  const digits = Math.abs(permille).toString().padStart(2, "0");
  return `${permille < 0 ? "-" : ""}${digits.slice(0, -1)}.${digits.slice(-1)} %`;
}
