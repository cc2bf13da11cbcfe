import { formatCredits, microsToDecimal } from "../credits";
import { numberFormat, pluralRules } from "../formatters";
import { english } from "./en/texts";
import { units } from "./en/unit";
import type { Language } from "./language";
import type { Texts } from "./texts";
import type { CreditWord, Forms, Unit } from "./unit";

/** How a portal speaks to one customer. */
export interface Wording {
  language: Language;
  /** How numbers, money and dates are written: "de-DE". */
  locale: string;
  /** What the partner calls a credit. */
  unit: Unit;
  texts: Texts;
}

/** English with a partner's word for a credit, in which the dashboard shows what customers will see. */
export const englishWith = (creditWord: CreditWord, locale: string): Wording => ({
  language: "en",
  locale,
  unit: units[creditWord],
  texts: english(units[creditWord]),
});

/** How the dashboard speaks to partners, and what a portal says where nothing is known of anybody. */
export const ENGLISH: Wording = englishWith("credits", "en-US");

/** "1 credit", "1.000 Einheiten", "1 000 000 de crédits". */
export const countOf = (micros: number, wording: Wording): string =>
  `${formatCredits(micros, wording.locale)} ${unitOf(micros, wording)}`;

/** The word for a credit after this many of them. */
export const unitOf = (micros: number, wording: Wording): string =>
  formOf(Number(microsToDecimal(micros)), wording.unit, wording);

/** A whole number of anything else: "666 minutes". */
export const counted = (count: number, forms: Forms, wording: Wording): string =>
  `${numberFormat(wording.locale).format(count)} ${formOf(count, forms, wording)}`;

function formOf(count: number, forms: Forms, { language }: Wording): string {
  // With as many decimals as are shown of credits: 1.000001 is not one.
  const form = pluralRules(language, { maximumFractionDigits: 6 }).select(count);
  return form === "one" || form === "many" ? forms[form] : forms.other;
}

/** "20 %": in English as the dashboard writes it, elsewhere with a space that does not break. */
export const formatPercent = (percent: number, { locale, language }: Wording): string =>
  `${numberFormat(locale).format(percent)}${language === "en" ? " " : "\u00a0"}%`;
