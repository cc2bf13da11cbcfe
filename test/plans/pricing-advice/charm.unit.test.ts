import fc from "fast-check";
import { expect, test } from "vitest";
import { chargeStepMinor, decimalsOf } from "../../../app/money";
import { charm, isNear } from "../../../app/plans/pricing-advice/charm";

test.each([
  [5_000, 4_900],
  [10_000, 9_900],
  [4_800, 4_900],
  [20_000, 19_900],
  [90_000, 89_900],
  [4_900, 4_900],
  [10_400, 10_900],
  [2_000, 1_900],
])("L115, X12 %i cents are better asked as %i: the nearest whole price that ends in 9", (price, charmed) => {
  expect(charm(price, "usd")).toBe(charmed);
});

test.each([
  [2_400, 2_399],
  [5_400, 5_399],
  [2_050, 2_099],
  [1_240, 1_199],
  [1_999, 1_999],
  [1_300, 1_299],
  [30, 99],
])("L115 %i cents, which no such price is near, are better asked as %i", (price, charmed) => {
  expect(charm(price, "usd")).toBe(charmed);
});

test("L115 it is never below what the credits cost", () => {
  expect(charm(5_000, "usd", 4_900)).toBe(4_900);
  expect(charm(5_000, "usd", 4_950)).toBe(4_999);
  expect(charm(5_000, "usd", 5_000)).toBe(5_099);
  expect(charm(1_000, "usd", 1_000)).toBe(1_099);
});

test.each([
  ["jpy", 5_000, 4_980],
  ["jpy", 4_980, 4_980],
  ["krw", 49_310, 49_280],
  ["jpy", 10, 80],
  ["isk", 490_000, 488_000],
  ["eur", 5_000, 4_900],
  ["kwd", 50_000, 49_000],
  ["kwd", 12_000, 11_990],
])("L115 in %s %i is better asked as %i", (currency, price, charmed) => {
  expect(charm(price, currency)).toBe(charmed);
});

test("it is a price that Stripe charges, not below the floor, and has been charmed once for all", () => {
  const currency = fc.constantFrom("usd", "jpy", "kwd", "isk");
  const price = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(currency, price, fc.integer({ min: 0, max: 1_000_000 }), (currency, price, floor) => {
      const charmed = charm(price, currency, floor);
      expect(charmed).toBeGreaterThanOrEqual(floor);
      expect(charmed).toBeGreaterThan(0);
      expect(charmed % chargeStepMinor(currency)).toBe(0);
      // The nearest ending is at most half of a hundred units away, unless the floor is above.
      const hundredUnits = 100 * 10 ** decimalsOf(currency);
      expect(Math.abs(charmed - Math.max(price, floor))).toBeLessThan(hundredUnits);
      expect(charm(charmed, currency, floor)).toBe(charmed);
    }),
    { numRuns: 1_000 },
  );
});

test("two prices are near when six percent lie between them, and not when it is more", () => {
  expect([isNear(9_400, 10_000), isNear(9_399, 10_000), isNear(10_600, 10_000)]).toEqual([true, false, true]);
});
