const NO_FRACTION = "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" ");
const THREE_DIGITS = "bhd jod kwd omr tnd".split(" ");

/** The least that Stripe charges, by currency, in minor units. Elsewhere it asks for about half a dollar. */
const MINIMUM_MINOR: Record<string, number> = {
  aed: 200,
  czk: 1500,
  dkk: 250,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  mxn: 1000,
  myr: 200,
  nok: 300,
  pln: 200,
  ron: 200,
  sek: 300,
  thb: 1000,
};

export const minimum_minor = (currency: string) => MINIMUM_MINOR[currency] ?? 50;

/** "$49.00" or "¥4,900". The digits are placed as text: no amount ever becomes a fraction. */
export function formatMoney(amount_minor: number, currency: string): string {
  const style = new Intl.NumberFormat("en-US", { style: "currency", currency });
  return style.format(decimalText(amount_minor, currency) as Intl.StringNumericLiteral);
}

/** Money as a person writes it in a form field: "49.00". */
export function decimalText(amount_minor: number, currency: string): string {
  const digits = fractionDigits(currency);
  const text = String(Math.abs(amount_minor)).padStart(digits + 1, "0");
  const sign = amount_minor < 0 ? "-" : "";
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Reads "49" or "49.90" into minor units, or null if it is not an amount of this currency. */
export function parseMoney(text: string, currency: string): number | null {
  const digits = fractionDigits(currency);
  const match = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(text.trim());
  const [, whole = "", fraction = ""] = match ?? [];
  if (!match || fraction.length > digits) return null;
  return Number(whole + fraction.padEnd(digits, "0"));
}

/** `amount` × `part` ÷ `whole`, rounded down, without fractions on the way. */
export function share_minor(amount_minor: number, part: number, whole: number): number {
  return Number((BigInt(amount_minor) * BigInt(part)) / BigInt(whole));
}

function fractionDigits(currency: string): number {
  if (NO_FRACTION.includes(currency)) return 0;
  return THREE_DIGITS.includes(currency) ? 3 : 2;
}
