import { describe, expect, test } from "vitest";
import { chooseLanguage, languageAsked, languageOf } from "../../app/i18n/language";

const nothing = { customer: null, browser: null, acceptLanguage: null, portal: "en-US" };

describe("which language a portal speaks", () => {
  test("what the customer chose comes before the browser's cookie, its header and the portal's own", () => {
    const wishes = { customer: "fr", browser: "es", acceptLanguage: "de", portal: "en-US" };
    expect(chooseLanguage(wishes)).toBe("fr");
    expect(chooseLanguage({ ...wishes, customer: null })).toBe("es");
    expect(chooseLanguage({ ...wishes, customer: null, browser: null })).toBe("de");
    expect(chooseLanguage({ ...nothing, portal: "de-AT" })).toBe("de");
  });

  test("what no portal speaks is passed over", () => {
    const foreign = { customer: "nl", browser: "<script>", acceptLanguage: "pl, ja;q=0.5" };
    expect(chooseLanguage({ ...foreign, portal: "es-ES" })).toBe("es");
    expect(chooseLanguage({ ...foreign, portal: "it-IT" })).toBe("en");
    expect(languageOf("constructor")).toBeNull();
  });
});

test.each([
  ["de-CH, de;q=0.9, en;q=0.8", "de"],
  ["nl, fr-CA;q=0.4, en;q=0.3", "fr"],
  ["en;q=0.2, es;q=0.7", "es"],
  ["FR", "fr"],
  ["de;q=0, en", "en"],
  ["de;q=0", null],
  ["*", null],
  ["", null],
  ["de;q=2, en;q=0.1", "en"],
  ["de;q=0.5;q=1, es;q=0.6", "es"],
  [`${"xx,".repeat(1_000)}de`, null],
])("of the header %j the best of ours is taken", (header, language) => {
  expect(languageAsked(header)).toBe(language);
});
