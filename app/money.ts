import { numberFormat } from "./formatters";

/**
 * Money is a whole number of minor units (cents) of a lower-case ISO currency, as Stripe counts it.
 * Texts are read digit by digit, so no fraction is ever multiplied.
 */

// Source: docs.stripe.com/currencies, "Zero-decimal currencies" and "Three-decimal currencies".
const ZERO_DECIMAL = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const THREE_DECIMAL = new Set("bhd jod kwd omr tnd".split(" "));

// Source: docs.stripe.com/currencies, "Minimum and maximum charge amounts", in minor units.
const MINIMUM_CHARGE_MINOR: Record<string, number> = {
  usd: 50, aed: 200, aud: 50, bgn: 100, brl: 50, cad: 50, chf: 50, czk: 1500, dkk: 250, eur: 50, gbp: 30,
  hkd: 400, huf: 17500, inr: 50, jpy: 50, mxn: 1000, myr: 200, nok: 300, nzd: 50, pln: 200, ron: 200,
  sek: 300, sgd: 50, thb: 1000,
}; // biome-ignore format: a table reads better than a column

// For these Stripe converts half a dollar at the day's rate; this is half a dollar with some room to move.
const ABOUT_HALF_A_DOLLAR_MINOR: Record<string, number> = {
  bhd: 250, clp: 600, ils: 250, isk: 8_000, jod: 400, krw: 800, kwd: 200, omr: 250, php: 3_500,
  tnd: 2_000, twd: 2_000, ugx: 220_000, vnd: 15_000, zar: 1_200,
}; // biome-ignore format: a table reads better than a column

/** What a plan can be priced in: each has a least and a most that is charged. */
export const SELLING_CURRENCIES = [
  ...Object.keys(MINIMUM_CHARGE_MINOR),
  ...Object.keys(ABOUT_HALF_A_DOLLAR_MINOR),
].sort();

export const isSellingCurrency = (code: string): boolean => SELLING_CURRENCIES.includes(code);

export const decimalsOf = (currency: string): number =>
  ZERO_DECIMAL.has(currency) ? 0 : THREE_DECIMAL.has(currency) ? 3 : 2;

// Source: docs.stripe.com/currencies, "Special cases" and "Three-decimal currencies": amounts have two decimals
// (three) in the API, and Stripe refuses those that are not whole (whose last digit is not 0).
const WHOLE_UNITS_ONLY = new Set(["isk", "ugx"]);

/** Prices are multiples of it. */
export const chargeStepMinor = (currency: string): number =>
  WHOLE_UNITS_ONLY.has(currency) ? 100 : THREE_DECIMAL.has(currency) ? 10 : 1;

/** How many decimals a price can have. The least amount of some currencies is larger than their minor unit. */
export const pricedDecimalsOf = (currency: string): number =>
  decimalsOf(currency) - (String(chargeStepMinor(currency)).length - 1);

/** The least that Stripe will charge in this currency. Unlisted currencies fall back to 50 minor units. */
export const minimumChargeMinor = (currency: string): number =>
  MINIMUM_CHARGE_MINOR[currency] ?? ABOUT_HALF_A_DOLLAR_MINOR[currency] ?? 50;

/** Stripe charges no amount of more digits. Source: docs.stripe.com/currencies, "Minimum and maximum charge amounts". */
const EIGHT_DIGITS = 99_999_999;
const LEAST_CHARGES_IN_THE_MOST = 20_000;
/** The rupee's least charge is too low to measure by. */
const MOST_MINOR: Record<string, number> = { inr: 90_000_000 };

/** The most that a plan may cost: $10,000, and about as much in other currencies as far as Stripe charges it. */
export function maximumPriceMinor(currency: string): number {
  const most = Math.max(1_000_000, minimumChargeMinor(currency) * LEAST_CHARGES_IN_THE_MOST);
  const charged = MOST_MINOR[currency] ?? Math.min(EIGHT_DIGITS, most);
  return charged - (charged % chargeStepMinor(currency));
}

/** Whether it is Stripe that charges no more, where a partner may wonder why so little is allowed. */
export const isMostOfStripe = (priceMinor: number, currency: string): boolean =>
  priceMinor > EIGHT_DIGITS - chargeStepMinor(currency);

/**
 * Reads a price as a person types it ("49", "49.90", "$1,299.00") into minor units, or null if it is not one
 *, names another currency, or has more decimals than Stripe charges in this one.
 */
export function parsePrice(text: string, currency: string): number | null {
  const typed = text.trim();
  const symbol = currencySymbol(currency, "en-US");
  const number = typed.startsWith(symbol) ? typed.slice(symbol.length).trimStart() : typed;
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d+))?$/.exec(number);
  if (!match) return null;

  const [, whole = "", fraction = ""] = match;
  const decimals = decimalsOf(currency);
  if (fraction.length > decimals) return null;

  const minor = Number(whole.replaceAll(",", "") + fraction.padEnd(decimals, "0"));
  return Number.isSafeInteger(minor) && minor % chargeStepMinor(currency) === 0 ? minor : null;
}

/** "$49.00", "¥4,900", "1.234,50 €": exact at any size, because the number is formatted from its text. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const decimals = decimalsOf(currency);
  // Said, because for some currencies (HUF, ISK) the usual notation has fewer decimals than Stripe charges.
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numberFormat(locale, { style: "currency", currency, ...digits }).format(
    minorToDecimal(minor, currency),
  );
}

/** "$49" where the price is whole and "$49.50" where it is not, as price cards show it. */
export function formatPrice(minor: number, currency: string, locale: string): string {
  return numberFormat(locale, {
    style: "currency",
    currency,
    maximumFractionDigits: decimalsOf(currency),
    trailingZeroDisplay: "stripIfInteger",
  }).format(minorToDecimal(minor, currency));
}

/** The decimal text that an input field holds: "49.00". */
export function minorToDecimal(minor: number, currency: string): `${number}` {
  const decimals = decimalsOf(currency);
  const sign = minor < 0 ? "-" : "";
  const digits = Math.abs(minor)
    .toString()
    .padStart(decimals + 1, "0");
  if (decimals === 0) return `${sign}${digits}` as `${number}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` as `${number}`;
}

/** The sign that stands in front of a price field: "$". */
export function currencySymbol(currency: string, locale: string): string {
  const parts = numberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  return parts.formatToParts(0).find((part) => part.type === "currency")?.value ?? currency.toUpperCase();
}
