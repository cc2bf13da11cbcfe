/** What a partner may call a credit. */
export type CreditWord = "credits" | "minutes" | "tokens" | "units";

/** The forms of a word after a number. */
export interface Forms {
  one: string;
  other: string;
  /** After millions, where a language says "1 000 000 de crédits". */
  many: string;
}

/** The word for a credit in one language. */
export interface Unit extends Forms {
  /** As a heading and in the navigation. */
  title: string;
}

export type Units = Record<CreditWord, Unit>;
