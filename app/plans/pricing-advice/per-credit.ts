import { discountPercent } from "../pricing";

interface Priced {
  priceMinor: number;
  credits: number;
}

/** Below 0 when a credit costs less in `plan` than in `other`, 0 when as much. */
export function comparePerCredit(plan: Priced, other: Priced): number {
  const difference = differenceOf(plan, other);
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** How much more a credit costs in `plan` than in `other`, in whole percent. */
export function dearerPercent(plan: Priced, other: Priced): number {
  const there = BigInt(other.priceMinor) * BigInt(plan.credits);
  return Number((differenceOf(plan, other) * 200n + there) / (there * 2n));
}

/** What a credit costs against the same in `other`, in words: "20 % less". */
export function perCreditAgainst(plan: Priced, other: Priced): string {
  const less = discountPercent(plan, other);
  if (less > 0) return `${less} % less`;
  const more = dearerPercent(plan, other);
  return more > 0 ? `${more} % more` : "The same";
}

/** Whether a credit costs nearly the same in both, to this many percent of what it costs in `other`. */
export function isWithinPercent(plan: Priced, other: Priced, percent: number): boolean {
  const difference = differenceOf(plan, other);
  const there = BigInt(other.priceMinor) * BigInt(plan.credits);
  return (difference < 0n ? -difference : difference) * 100n <= there * BigInt(percent);
}

/** The highest price at which a credit costs less than in `other`. */
export const highestBelow = (credits: number, other: Priced): number =>
  Number((BigInt(other.priceMinor) * BigInt(credits) - 1n) / BigInt(other.credits));

const differenceOf = (plan: Priced, other: Priced): bigint =>
  BigInt(plan.priceMinor) * BigInt(other.credits) - BigInt(other.priceMinor) * BigInt(plan.credits);
