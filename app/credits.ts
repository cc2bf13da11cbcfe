import { numberFormat } from "./formatters";

/**
 * Credits are counted in whole micro-credits, because usage is fractional (a tool call costs 0.03 credits)
 * and floating-point sums drift. A wallet stays below 2^53 micro-credits, about 9 billion credits.
 */

export const MICROS_PER_CREDIT = 1_000_000;

export const creditsToMicros = (credits: number): number => credits * MICROS_PER_CREDIT;

/** Reads a whole number of credits as a person types it ("1000" or "1,000"), or null if it is not one. */
export function parseWholeCredits(text: string): number | null {
  const trimmed = text.trim();
  const digits = /^[1-9]\d{0,2}(,\d{3})+$/.test(trimmed) ? trimmed.replaceAll(",", "") : trimmed;
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null;
}

/** Reads a number of credits above 0 with at most six decimals ("12.5" or "1,000") as micro-credits, or null. */
export function parseCredits(text: string): number | null {
  const [, whole = "", fraction = ""] =
    /^((?:[1-9]\d{0,2}(?:,\d{3})+)|0|[1-9]\d*)(?:\.(\d{1,6}))?$/.exec(text.trim()) ?? [];
  const micros = Number(whole.replaceAll(",", "") + fraction.padEnd(6, "0"));
  return Number.isSafeInteger(micros) && micros > 0 ? micros : null;
}

/** "1,000" or "12.53": exact, at most six decimals, never through a fraction of a float. */
export function formatCredits(micros: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 6 }).format(microsToDecimal(micros));
}

/** "1 credit", "1,000 credits". */
export const countCredits = (micros: number, locale: string): string =>
  `${formatCredits(micros, locale)} ${micros === MICROS_PER_CREDIT ? "credit" : "credits"}`;

/** The same with a sign, as a history shows it: "+1,000" or "-12.53". */
export function formatSignedCredits(micros: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 6, signDisplay: "exceptZero" }).format(
    microsToDecimal(micros),
  );
}

/** The exact decimal text that travels on the wire: "12.53". */
export function microsToDecimal(micros: number): `${number}` {
  const sign = micros < 0 ? "-" : "";
  const digits = Math.abs(micros).toString().padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/, "");
  const whole = `${sign}${digits.slice(0, -6)}`;
  return (fraction ? `${whole}.${fraction}` : whole) as `${number}`;
}
