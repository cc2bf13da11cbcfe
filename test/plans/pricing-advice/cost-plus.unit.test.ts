import fc from "fast-check";
import { expect, test } from "vitest";
import { charm } from "../../../app/plans/pricing-advice/charm";
import { costPlus, parseMarginPercent, planCostMinor } from "../../../app/plans/pricing-advice/cost-plus";
import { earningsOf, formatPermille } from "../../../app/plans/pricing-advice/earnings";

test("L35, X4 a cost of $30 and a margin of 60 % are $48, which is better asked as $49", () => {
  expect(costPlus(3_000, 60)).toBe(4_800);
  expect(charm(4_800, "usd", 3_000)).toBe(4_900);
});

test.each([
  [0, 60, 0],
  [3_000, 0, 3_000],
  [1, 1, 2],
  [333, 33, 443],
  [1_000_000_000, 999, 10_990_000_000],
])("L33 a cost of %i and %i %% are %i minor units, never less than they come to", (cost, margin, price) => {
  expect(costPlus(cost, margin)).toBe(price);
});

test("L31 what 1,000 credits cost becomes what all the credits of a plan cost, rounded up", () => {
  expect([planCostMinor(3_000, 1_000), planCostMinor(3_000, 5_000), planCostMinor(3_000, 1)]).toEqual([
    3_000, 15_000, 3,
  ]);
  expect([planCostMinor(1, 1), planCostMinor(0, 1_000_000)]).toEqual([1, 0]);
});

test("L33 a cost of $30 at a price of $49 is a markup of 63.3 % and a gross margin of 38.8 %", () => {
  const { markupPermille, grossMarginPermille } = earningsOf(4_900, 3_000);
  expect([markupPermille ?? 0, grossMarginPermille].map(formatPermille)).toEqual(["63.3 %", "38.8 %"]);
});

test("a price below its cost earns less than nothing, and credits that cost nothing have no markup", () => {
  expect(earningsOf(2_000, 3_000)).toEqual({ markupPermille: -333, grossMarginPermille: -500 });
  expect(earningsOf(2_000, 0)).toEqual({ markupPermille: null, grossMarginPermille: 1_000 });
  expect([-333, -5, 0, 7, 1_000].map(formatPermille)).toEqual([
    "-33.3 %",
    "-0.5 %",
    "0.0 %",
    "0.7 %",
    "100.0 %",
  ]);
});

test("a price that adds a margin has at least that markup, for every cost", () => {
  const [cost, margin] = [fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 0, max: 999 })];
  fc.assert(
    fc.property(cost, margin, (costMinor, marginPercent) => {
      const price = BigInt(costPlus(costMinor, marginPercent));
      const exact = BigInt(costMinor) * BigInt(100 + marginPercent);
      expect(price * 100n >= exact && (price - 1n) * 100n < exact).toBe(true);
    }),
  );
});

test("a margin is a whole percentage", () => {
  expect(["60", " 60 % ", "60%", "0", "999"].map(parseMarginPercent)).toEqual([60, 60, 60, 0, 999]);
  for (const text of ["", "sixty", "-5", "12.5", "1000", "6 0", "٦٠"])
    expect(parseMarginPercent(text)).toBeNull();
});
