import { formatCredits, microsToDecimal } from "../credits";
import { english } from "./en/texts";
import { units } from "./en/unit";
import type { Language } from "./language";
import type { Texts } from "./texts";
import type { Unit } from "./unit";

/** How a portal speaks to one customer. */
export interface Wording {
  language: Language;
  /** How numbers, money and dates are written: "de-DE". */
  locale: string;
  /** What the partner calls a credit. */
  unit: Unit;
  texts: Texts;
}

/** How the dashboard speaks to partners, and what a portal says where nothing is known of anybody. */
export const ENGLISH: Wording = {
  language: "en",
  locale: "en-US",
  unit: units.credits,
  texts: english(units.credits),
};

/** "1 credit", "1.000 Einheiten", "1 000 000 de crédits". */
export function countOf(micros: number, { language, locale, unit }: Wording): string {
  // With as many decimals as are shown: 1.000001 is not one.
  const rules = new Intl.PluralRules(language, { maximumFractionDigits: 6 });
  const form = rules.select(Number(microsToDecimal(micros)));
  return `${formatCredits(micros, locale)} ${form === "one" || form === "many" ? unit[form] : unit.other}`;
}

/** "20%", "20 %": the sign as each language sets it. */
export const formatPercent = (percent: number, { locale }: Wording): string =>
  new Intl.NumberFormat(locale, { style: "percent" }).format(`${percent}e-2` as `${number}`);
