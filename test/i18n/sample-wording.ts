import type { Language } from "../../app/i18n/language";
import { speak } from "../../app/i18n/speak";
import type { CreditWord } from "../../app/i18n/unit";
import type { Wording } from "../../app/i18n/wording";

/** How a portal of the United States speaks to somebody who chose this language. */
export const wordingIn = (language: Language, creditWord: CreditWord = "credits"): Wording =>
  speak({ locale: "en-US", creditWord }, language);
