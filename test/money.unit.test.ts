import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  currencySymbol,
  decimalsOf,
  formatMoney,
  formatPrice,
  minimumChargeMinor,
  minorToDecimal,
  parsePrice,
} from "../app/money";

const ZERO_DECIMAL = "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" ");
const THREE_DECIMAL = "bhd jod kwd omr tnd".split(" ");
const TWO_DECIMAL =
  "usd aed aud bgn brl cad chf czk dkk eur gbp hkd huf idr inr isk mxn myr nok nzd pln ron sek sgd thb".split(
    " ",
  );
const CURRENCIES = [...ZERO_DECIMAL, ...TWO_DECIMAL, ...THREE_DECIMAL];

const someCurrency = fc.constantFrom(...CURRENCIES);
const someMinor = fc.integer({ min: 0, max: 99_999_999_999 });

describe("what a person types", () => {
  test.each([
    ["49", 4900],
    ["49.9", 4990],
    ["49.90", 4990],
    ["$49", 4900],
    ["$ 199", 19_900],
    [" 899 ", 89_900],
    ["1,299.00", 129_900],
    ["$1,234,567.89", 123_456_789],
    ["0.5", 50],
    ["007", 700],
    ["0", 0],
  ])("L25 %j is read as %i cents", (typed, minor) => {
    expect(parsePrice(typed, "usd")).toBe(minor);
  });

  test.each([
    "",
    "abc",
    "-1",
    "+1",
    "49.999",
    "49.",
    ".50",
    "1e3",
    "0x31",
    "49,90",
    "1,23,456",
    "12,3456",
    "$$49",
    "49$",
    "49 90",
    "4 9",
    "Infinity",
    "NaN",
    "٤٩",
    "1234567890123",
  ])("L25 %j is no price in dollars, and is not guessed into one", (typed) => {
    expect(parsePrice(typed, "usd")).toBeNull();
  });

  test("a currency takes as many decimals as it has", () => {
    expect([parsePrice("4900", "jpy"), parsePrice("4900.0", "jpy")]).toEqual([4900, null]);
    expect([parsePrice("4.9", "kwd"), parsePrice("4.900", "kwd")]).toEqual([4900, 4900]);
    expect(parsePrice("4.9000", "kwd")).toBeNull();
  });

  test("an amount past the exact integers is refused, the last exact one is not", () => {
    expect(parsePrice("9,007,199,254,740,991", "jpy")).toBe(Number.MAX_SAFE_INTEGER);
    expect(parsePrice("9,007,199,254,740,992", "jpy")).toBeNull();
    expect(parsePrice("90,071,992,547,409.92", "usd")).toBeNull();
  });
});

describe("the table of currencies", () => {
  test.each([
    [ZERO_DECIMAL, 0],
    [TWO_DECIMAL, 2],
    [THREE_DECIMAL, 3],
  ])("%j have %i decimals", (currencies, decimals) => {
    expect(currencies.map(decimalsOf)).toEqual(currencies.map(() => decimals));
  });

  test.each([
    [30, "gbp"],
    [50, "usd aud brl cad chf eur inr jpy nzd sgd"],
    [100, "bgn"],
    [200, "aed myr pln ron"],
    [250, "dkk"],
    [300, "nok sek"],
    [400, "hkd"],
    [1_000, "mxn thb"],
    [1_500, "czk"],
    [17_500, "huf"],
  ])("L25 Stripe charges no less than %i minor units of %s", (minor, currencies) => {
    const all = currencies.split(" ");

    expect(all.map(minimumChargeMinor)).toEqual(all.map(() => minor));
  });

  test("L25 a currency that Stripe names no minimum for has about half a dollar, or 50 minor units", () => {
    expect(minimumChargeMinor("krw")).toBe(800);
    expect(minimumChargeMinor("bif")).toBe(50);
  });
});

describe("what a person reads", () => {
  test('B14 ¥4,900 is 4900 in minor units and "¥4,900" for people, never a hundred times that', () => {
    expect(parsePrice("¥4,900", "jpy")).toBe(4900);
    expect(formatMoney(4900, "jpy", "en-US")).toBe("¥4,900");
    expect(formatPrice(4900, "jpy", "en-US")).toBe("¥4,900");
  });

  test.each([
    [4900, "usd", "en-US", "$49.00"],
    [123_450, "eur", "de-DE", "1.234,50\u00a0€"],
    [4900, "kwd", "en-US", "KWD\u00a04.900"],
    [-50, "usd", "en-US", "-$0.50"],
    [0, "usd", "en-US", "$0.00"],
  ])("%i %s in %s is %j", (minor, currency, locale, text) => {
    expect(formatMoney(minor, currency, locale)).toBe(text);
  });

  test("a card shows a whole price without decimals, and any other with all of them", () => {
    expect(formatPrice(4900, "usd", "en-US")).toBe("$49");
    expect(formatPrice(4950, "usd", "en-US")).toBe("$49.50");
    expect(formatPrice(129_900, "eur", "de-DE")).toBe("1.299\u00a0€");
  });

  test("an amount is exact at any size", () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER, "usd", "en-US")).toBe("$90,071,992,547,409.91");
  });

  test("an input holds the decimals of its currency", () => {
    expect([5, 50, 4900, -5].map((minor) => minorToDecimal(minor, "usd"))).toEqual([
      "0.05",
      "0.50",
      "49.00",
      "-0.05",
    ]);
    expect([0, -4900].map((minor) => minorToDecimal(minor, "jpy"))).toEqual(["0", "-4900"]);
    expect(minorToDecimal(7, "kwd")).toBe("0.007");
  });

  test("the sign before a price field is the short one of the currency", () => {
    expect(currencySymbol("usd", "en-US")).toBe("$");
    expect(currencySymbol("cad", "en-US")).toBe("$");
    expect(currencySymbol("eur", "de-DE")).toBe("€");
    expect(currencySymbol("chf", "en-US")).toBe("CHF");
  });
});

describe("laws of every currency", () => {
  test("a price in an input is read back as the same price, where Stripe charges it", () => {
    fc.assert(
      fc.property(someMinor, someCurrency, (minor, currency) => {
        const step = currency === "isk" ? 100 : decimalsOf(currency) === 3 ? 10 : 1;
        const isChargeable = minor % step === 0;
        expect(parsePrice(minorToDecimal(minor, currency), currency)).toBe(isChargeable ? minor : null);
      }),
    );
  });

  test("a price is read in the plan's own currency: the sign of another is not passed over", () => {
    expect(parsePrice("€49", "eur")).toBe(4_900);
    expect(parsePrice("€49", "usd")).toBeNull();
    expect(parsePrice("$49", "eur")).toBeNull();
  });

  test("what Stripe does not charge is not taken: fractions of crowns and shillings, a fils that is no ten", () => {
    expect(parsePrice("500", "isk")).toBe(50_000);
    expect(parsePrice("500.50", "isk")).toBeNull();
    expect(parsePrice("1.230", "kwd")).toBe(1_230);
    expect(parsePrice("1.234", "kwd")).toBeNull();
  });

  test("B14 the digits that are shown are the minor units, all of them and no more", () => {
    fc.assert(
      fc.property(someMinor, someCurrency, (minor, currency) => {
        const shown = formatMoney(minor, currency, "en-US").replace(/\D/g, "");
        expect(shown).toBe(String(minor).padStart(decimalsOf(currency) + 1, "0"));
      }),
    );
  });

  test("a price copied from a card into the form is the same price", () => {
    const typeable = fc.constantFrom("usd", "eur", "gbp", "jpy", "krw");
    fc.assert(
      fc.property(someMinor, typeable, (minor, currency) => {
        expect(parsePrice(formatPrice(minor, currency, "en-US"), currency)).toBe(minor);
      }),
    );
  });

  test("whatever is typed becomes null or a whole, exact, non-negative amount", () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[$€]?[\d,]{1,20}(\.\d{0,4})?$/));
    fc.assert(
      fc.property(typed, someCurrency, (text, currency) => {
        const minor = parsePrice(text, currency);
        expect(minor === null || (Number.isSafeInteger(minor) && minor >= 0)).toBe(true);
      }),
    );
  });
});
