import { describe, expect, test } from "vitest";
import { EVERY_LANGUAGE, type Language } from "../../app/i18n/language";
import { speak } from "../../app/i18n/speak";
import type { CreditWord } from "../../app/i18n/unit";
import { countOf, formatPercent } from "../../app/i18n/wording";
import { wordingIn } from "./sample-wording";

const WORDS: CreditWord[] = ["credits", "minutes", "tokens", "units"];
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("a number of credits", () => {
  test.each([
    ["en", "credits", "0 credits", "1 credit", "1.5 credits", "1,000 credits", "1,000,000 credits"],
    ["de", "units", "0 Einheiten", "1 Einheit", "1,5 Einheiten", "1.000 Einheiten", "1.000.000 Einheiten"],
    ["es", "minutes", "0 minutos", "1 minuto", "1,5 minutos", "1000 minutos", "1.000.000 de minutos"],
    ["fr", "units", "0 unité", "1 unité", "1,5 unité", "1 000 unités", "1 000 000 d’unités"],
  ] as const)("in %s, where a credit is called %s", (language, word, ...texts) => {
    const counted = [0, 1_000_000, 1_500_000, 1_000_000_000, 1_000_000_000_000].map((micros) =>
      plain(countOf(micros, wordingIn(language, word))),
    );
    expect(counted).toEqual(texts);
  });

  test("a millionth more than one is not one", () => {
    expect(countOf(1_000_001, wordingIn("en"))).toBe("1.000001 credits");
  });
});

test("a percentage stands apart from its sign in every language", () => {
  expect(EVERY_LANGUAGE.map((language) => formatPercent(20, wordingIn(language)))).toEqual([
    "20 %",
    "20\u00a0%",
    "20\u00a0%",
    "20\u00a0%",
  ]);
});

test("a portal that speaks a language in its own country's way counts that way, and no other language does", () => {
  const swiss = { locale: "de-CH", creditWord: "credits" } as const;
  expect(speak(swiss).locale).toBe("de-CH");
  expect(speak(swiss, "de").locale).toBe("de-CH");
  expect(speak(swiss, "fr").locale).toBe("fr-FR");
  expect(speak({ ...swiss, locale: "pt-BR" })).toMatchObject({ language: "en", locale: "en-US" });
});

/** Every text, with its place; functions are given something to say. */
function textsIn(value: unknown, place: string): { place: string; text: string }[] {
  if (typeof value === "string") return [{ place, text: value }];
  if (typeof value === "function") {
    const given = Array.from({ length: value.length }, (_, at) => `{${at}}`);
    return textsIn(value(...given), place);
  }
  return Object.entries(value ?? {}).flatMap(([key, part]) => textsIn(part, `${place}.${key}`));
}

const everyText = (language: Language, word: CreditWord = "credits") =>
  textsIn(wordingIn(language, word).texts, language);

test("no text is empty, begins or ends with a space, or has lost one of its values", () => {
  for (const language of EVERY_LANGUAGE) {
    const english = new Map(everyText("en").map(({ place, text }) => [place.slice(3), text]));
    for (const { place, text } of everyText(language)) {
      expect(text, place).toMatch(/^\S(.*\S)?$/s);
      const values = (of: string) => [...new Set(of.match(/\{\d\}/g))].sort();
      expect(values(text), place).toEqual(values(english.get(place.slice(3)) ?? ""));
    }
  }
});

test("French sets its double punctuation apart with spaces that do not break", () => {
  for (const word of WORDS) {
    for (const { place, text } of everyText("fr", word)) {
      expect(text, place).not.toMatch(/[^\u202f][;!?]|[^\u00a0]:|« | »|'/);
    }
  }
});

test("typewriter quotes stand in no language but English", () => {
  for (const language of ["de", "es", "fr"] as const) {
    for (const { place, text } of everyText(language)) expect(text, place).not.toMatch(/["']/);
  }
});
