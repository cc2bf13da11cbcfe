import { german } from "./de/texts";
import { units as germanUnits } from "./de/unit";
import { english } from "./en/texts";
import { units as englishUnits } from "./en/unit";
import { spanish } from "./es/texts";
import { units as spanishUnits } from "./es/unit";
import { french } from "./fr/texts";
import { units as frenchUnits } from "./fr/unit";
import { LANGUAGES, type Language, languageOf } from "./language";
import type { Texts } from "./texts";
import type { CreditWord, Unit, Units } from "./unit";
import type { Wording } from "./wording";

const SPOKEN: Record<Language, { units: Units; texts: (unit: Unit) => Texts }> = {
  en: { units: englishUnits, texts: english },
  de: { units: germanUnits, texts: german },
  es: { units: spanishUnits, texts: spanish },
  fr: { units: frenchUnits, texts: french },
};

// The texts of a language are made once for each word for a credit.
const made = new Map<string, Texts>();

/** The words of a portal in a language; where none was chosen, in the portal's own. */
export function speak(
  portal: { locale: string; creditWord: CreditWord },
  chosen: Language | null = null,
): Wording {
  const own = languageOf(portal.locale) ?? "en";
  const language = chosen ?? own;
  const unit = SPOKEN[language].units[portal.creditWord];
  const key = `${language} ${portal.creditWord}`;
  const texts = made.get(key) ?? SPOKEN[language].texts(unit);
  made.set(key, texts);
  // A portal that speaks British English counts as the British do; whoever chose another language counts as it does.
  const isOwn = languageOf(portal.locale) === language;
  return { language, locale: isOwn ? portal.locale : LANGUAGES[language].locale, unit, texts };
}
