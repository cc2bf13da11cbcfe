import fc from "fast-check";
import { expect, test } from "vitest";
import {
  leftMinor,
  priceFloor,
  type Sale,
  stripeFeeEstimate,
} from "../../../app/plans/pricing-advice/price-floor";
import { textsOf } from "./offered-plan";

const sale = (priceMinor: number, costMinor: number, changes: Partial<Sale> = {}): Sale => ({
  priceMinor,
  costMinor,
  currency: "usd",
  platformFeeBps: 250,
  ...changes,
});
const texts = (...args: Parameters<typeof sale>) => textsOf(priceFloor(sale(...args), "en-US"));

test("L32 of $49.00 that cost $30.00 about $16.05 are left: fees are $1.22 for us and by estimate $1.73 for Stripe", () => {
  expect(leftMinor(sale(4_900, 3_000))).toBe(1_605);
  expect(texts(4_900, 3_000)).toEqual([]);
});

test("L32 a price that only covers its cost earns nothing, and the lowest that earns is named", () => {
  expect(texts(3_000, 3_000)).toEqual([
    "At $30.00 you earn nothing: your credits cost $30.00 and fees are about $1.92; ask for $32.04 or more.",
  ]);
  expect([leftMinor(sale(3_203, 3_000)), leftMinor(sale(3_204, 3_000))]).toEqual([0, 1]);
});

test("the price that is named is the lowest that earns and that Stripe charges, for every cost", () => {
  const cost = fc.integer({ min: 1_000, max: 1_000_000 });
  fc.assert(
    fc.property(cost, fc.constantFrom("usd", "jpy", "kwd"), (costMinor, currency) => {
      const [text = ""] = texts(costMinor, costMinor, { currency });
      const digits = /ask for \D*([\d.,]+) or more/.exec(text)?.[1] ?? "";
      const lowest = Number(digits.replace(/[.,]/g, ""));
      const step = currency === "kwd" ? 10 : 1;
      expect(lowest % step).toBe(0);
      expect(leftMinor(sale(lowest, costMinor, { currency }))).toBeGreaterThan(0);
      expect(leftMinor(sale(lowest - step, costMinor, { currency }))).toBeLessThanOrEqual(0);
    }),
  );
});

test("a price that Stripe does not charge is said to be too low, whatever it earns", () => {
  expect(texts(49, 0)).toEqual(["Stripe charges no less than $0.50; raise the price."]);
  expect(texts(50, 0)).toEqual([]);
});

test("where fees take everything, no price is named", () => {
  expect(texts(5_000, 1_000, { platformFeeBps: 9_800 })).toEqual([
    "At $50.00 you earn nothing: your credits cost $10.00 and fees are about $50.75; your costs or fees must come down.",
  ]);
});

test("what Stripe takes is known for dollars, and elsewhere only as a share", () => {
  expect([stripeFeeEstimate("usd", "en-US"), stripeFeeEstimate("eur", "en-US")]).toEqual([
    "2.9 % + $0.30",
    "2.9 %",
  ]);
});
