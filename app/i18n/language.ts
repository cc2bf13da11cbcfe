/** The languages that a portal speaks: the name of each, its word for "language", and how it writes numbers. */
export const LANGUAGES = {
  en: { name: "English", word: "Language", locale: "en-US" },
  de: { name: "Deutsch", word: "Sprache", locale: "de-DE" },
  es: { name: "Español", word: "Idioma", locale: "es-ES" },
  fr: { name: "Français", word: "Langue", locale: "fr-FR" },
} as const;

export type Language = keyof typeof LANGUAGES;

export const EVERY_LANGUAGE = Object.keys(LANGUAGES) as Language[];

/** The language of a locale ("de" of "de-CH"), or null when no portal speaks it. */
export function languageOf(locale: string | null): Language | null {
  const [language = ""] = (locale ?? "").trim().toLowerCase().split("-");
  return Object.hasOwn(LANGUAGES, language) ? (language as Language) : null;
}

export interface Wishes {
  /** What the customer has chosen in the portal. */
  customer: string | null;
  /** What was chosen in this browser. */
  browser: string | null;
  acceptLanguage: string | null;
  /** What the portal speaks to whom nothing is known of. */
  portal: string;
}

/** Which language to speak: what somebody chose, before what their browser asks for, before what the partner set. */
export const chooseLanguage = ({ customer, browser, acceptLanguage, portal }: Wishes): Language =>
  languageOf(customer) ?? languageOf(browser) ?? languageAsked(acceptLanguage) ?? languageOf(portal) ?? "en";

const LONGEST_HEADER = 1_000;

/** The best language of an Accept-Language header, or null when none of ours is in it. */
export function languageAsked(header: string | null): Language | null {
  const asked = (header ?? "")
    .slice(0, LONGEST_HEADER)
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part.split(";");
      return { language: languageOf(range), quality: qualityIn(parameters) };
    })
    .filter(({ language, quality }) => language !== null && quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return asked[0]?.language ?? null;
}

// In thousandths, as many decimals as a quality may have. Source: RFC 9110, 12.4.2.
function qualityIn(parameters: readonly string[]): number {
  const given = parameters.map((text) => text.trim()).find((text) => /^q=/i.test(text));
  if (!given) return 1_000;
  const [, whole = "", decimals = ""] = /^q=([01])(?:\.(\d{0,3}))?$/i.exec(given) ?? [];
  return whole === "" ? 0 : Math.min(1_000, Number(whole + decimals.padEnd(3, "0")));
}
