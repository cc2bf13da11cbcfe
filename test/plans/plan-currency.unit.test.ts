import { describe, expect, test } from "vitest";
import {
  chargeStepMinor,
  decimalsOf,
  maximumPriceMinor,
  minimumChargeMinor,
  parsePrice,
  SELLING_CURRENCIES,
} from "../../app/money";
import { EMPTY_PLAN, readPlanForm } from "../../app/plans/plan";
import { comparePrices } from "../../app/plans/pricing";
import { readTypedPrice, withSuggestedPrice } from "../../app/plans/pricing-advice/typed-price";
import { platformFeeMinor } from "../../app/purchases/platform-fee";

const typed = (currency: string, price: string) => ({
  ...EMPTY_PLAN,
  name: "Starter Pack",
  credits: "1000",
  currency,
  price,
});
const priceOf = (currency: string, price: string) => {
  const read = readPlanForm(typed(currency, price), "usd", "en-US");
  return "draft" in read ? read.draft.priceMinor : read.errors.price;
};

test.each([
  ["jpy", "4,900", 4_900],
  ["jpy", "¥4900", 4_900],
  ["krw", "49000", 49_000],
  ["eur", "49", 4_900],
  ["kwd", "4.900", 4_900],
  ["isk", "4900", 490_000],
  ["ugx", "49000", 4_900_000],
  ["huf", "17500", 1_750_000],
])("L25 in %s, %j is stored as %i", (currency, price, minor) => {
  expect(priceOf(currency, price)).toBe(minor);
});

test.each([
  ["jpy", "49.50", "Price must be an amount such as 4900, without decimals"],
  ["isk", "4900.50", "Price must be an amount such as 4900, without decimals"],
  ["kwd", "4.905", "Price must be an amount such as 4.9 or 4.950, with 0 as the third decimal"],
  ["jpy", "49", "Price must be at least ¥50"],
  ["huf", "100", "Price must be at least HUF 175.00"],
  ["jpy", "1000001", "Price can be at most ¥1,000,000"],
])("L25 in %s, %j is refused: %s", (currency, price, error) => {
  expect(String(priceOf(currency, price)).replaceAll("\u00a0", " ")).toBe(error);
});

test("L25 a currency that is not in the list is the form's mistake; none at all is the partner's usual one", () => {
  expect(readPlanForm(typed("xxx", "49"), "usd", "en-US")).toEqual({
    errors: { currency: "Choose a currency from the list" },
  });
  expect(readPlanForm(typed("", "4900"), "jpy", "en-US")).toMatchObject({
    draft: { currency: "jpy", priceMinor: 4_900 },
  });
});

describe.each(SELLING_CURRENCIES)("L25 in %s", (currency) => {
  test("a price can be charged from the least to the most, and our fee is never more than it", () => {
    const [least, most] = [minimumChargeMinor(currency), maximumPriceMinor(currency)];
    expect(least % chargeStepMinor(currency)).toBe(0);
    expect(most % chargeStepMinor(currency)).toBe(0);
    expect(most).toBeGreaterThan(least * 400);
    expect(most).toBeLessThanOrEqual(99_999_999);
    expect(platformFeeMinor(least, 250)).toBe(Math.floor((least * 250) / 10_000));
    const text = String(10 ** (decimalsOf(currency) === 0 ? 4 : 2));
    expect(parsePrice(text, currency)).toBe(Number(text) * 10 ** decimalsOf(currency));
  });

  test("the assistant suggests a price that is charged there", () => {
    const form = { ...typed(currency, ""), unitCost: String(decimalsOf(currency) === 0 ? 3_000 : 300) };
    const { priceMinor } = readTypedPrice(withSuggestedPrice(form, currency), currency);
    expect((priceMinor ?? 0) % chargeStepMinor(currency)).toBe(0);
    expect(priceMinor).toBeGreaterThanOrEqual(minimumChargeMinor(currency));
  });
});

test("L125 prices of two currencies are put in an order by what they are worth, roughly", () => {
  const [yen, dollar] = [
    { priceMinor: 4_900, currency: "jpy" },
    { priceMinor: 4_800, currency: "usd" },
  ];
  expect(Math.sign(comparePrices(yen, { priceMinor: 4_800, currency: "jpy" }))).toBe(1);
  expect(Math.sign(comparePrices({ priceMinor: 300, currency: "usd" }, { ...yen, priceMinor: 200 }))).toBe(1);
  expect(comparePrices(dollar, dollar)).toBe(0);
});
