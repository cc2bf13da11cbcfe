import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalsOf, pricedDecimalsOf } from "../../app/money";
import { discountPercent, formatPerCredit, smallestPlan } from "../../app/plans/pricing";

const offer = (credits: number, priceMinor: number, currency = "usd") => ({ credits, priceMinor, currency });
const perCredit = (credits: number, priceMinor: number, currency = "usd", locale = "en-US") =>
  formatPerCredit(offer(credits, priceMinor, currency), locale);

const someOffer = fc.record({
  credits: fc.integer({ min: 1, max: 1_000_000 }),
  priceMinor: fc.integer({ min: 1, max: 99_999_999 }),
  currency: fc.constantFrom("usd", "jpy", "kwd", "ugx"),
});

describe("the price of one credit", () => {
  test("L38 5, 4 and 3 cents are shown as such", () => {
    expect([perCredit(1_000, 5_000), perCredit(5_000, 20_000), perCredit(10_000, 30_000)]).toEqual([
      "$0.05",
      "$0.04",
      "$0.03",
    ]);
  });

  test.each([
    [10_000, 89_900, "usd", "en-US", "$0.0899"],
    [3, 100, "usd", "en-US", "$0.3333"],
    [3, 200, "usd", "en-US", "$0.6667"],
    [1, 4_900, "usd", "en-US", "$49.00"],
    [8_000, 100, "usd", "en-US", "$0.0001"],
    [1_000, 4_900, "jpy", "en-US", "¥4.9"],
    [1, 4_900, "jpy", "en-US", "¥4,900"],
    [3, 100, "jpy", "en-US", "¥33.33"],
    [1_000, 20_000_000, "ugx", "en-US", "UGX\u00a0200"],
    [3_000, 20_000_000, "ugx", "en-US", "UGX\u00a066.67"],
    [1_000, 990_000, "isk", "en-US", "ISK\u00a09.9"],
    [1_000, 500_000, "huf", "en-US", "HUF\u00a05.00"],
    [1_000, 4_900, "kwd", "en-US", "KWD\u00a00.0049"],
    [1_000, 50_000, "kwd", "en-US", "KWD\u00a00.05"],
    [1_000, 4_900, "eur", "de-DE", "0,049\u00a0€"],
  ])("%i credits for %i %s in %s are %s each", (credits, priceMinor, currency, locale, text) => {
    expect(perCredit(credits, priceMinor, currency, locale)).toBe(text);
  });

  test("exactly half of the last digit is rounded up", () => {
    expect([perCredit(20_000, 100), perCredit(20_000, 300), perCredit(20_001, 100)]).toEqual([
      "$0.0001",
      "$0.0002",
      "$0.00",
    ]);
  });

  test("it is the nearest hundredth of the least difference between two prices to the true quotient, for every plan", () => {
    fc.assert(
      fc.property(someOffer, (plan) => {
        const [whole = "", fraction = ""] = formatPerCredit(plan, "en-US")
          .replace(/[^\d.]/g, "")
          .split(".");
        const places = pricedDecimalsOf(plan.currency) + 2;
        const shown = BigInt(whole + fraction.padEnd(places, "0"));
        const minorsPerMajor = 10n ** BigInt(decimalsOf(plan.currency));
        const whatItIs = BigInt(plan.priceMinor) * 10n ** BigInt(places);
        const whatIsShown = shown * BigInt(plan.credits) * minorsPerMajor;
        const twiceTheError = (whatIsShown - whatItIs) * 2n;
        const step = BigInt(plan.credits) * minorsPerMajor;
        expect(twiceTheError > -step && twiceTheError <= step).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the discount", () => {
  test("L38 against five cents, four are 20 % less and three 40 %", () => {
    const smallest = offer(1_000, 5_000);

    expect(
      [smallest, offer(5_000, 20_000), offer(10_000, 30_000)].map((plan) => discountPercent(plan, smallest)),
    ).toEqual([0, 20, 40]);
  });

  test("L117 a larger plan that is dearer per credit has none", () => {
    expect(discountPercent(offer(10_000, 89_900), offer(1_000, 4_900))).toBe(0);
  });

  test("half a percent is rounded up", () => {
    const smallest = offer(1_000, 10_000);

    expect(discountPercent(offer(1_000, 9_950), smallest)).toBe(1);
    expect(discountPercent(offer(1_000, 9_951), smallest)).toBe(0);
  });

  test("it is the nearest whole percent, for every two plans", () => {
    fc.assert(
      fc.property(someOffer, someOffer, (plan, smallest) => {
        const here = BigInt(plan.priceMinor) * BigInt(smallest.credits);
        const there = BigInt(smallest.priceMinor) * BigInt(plan.credits);
        const percent = BigInt(discountPercent(plan, smallest));
        const saved = there > here ? there - here : 0n;
        const twiceTheError = (percent * there - saved * 100n) * 2n;
        expect(twiceTheError > -there && twiceTheError <= there).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the plan that others are compared with", () => {
  test("it has the fewest credits, of equal ones the lowest price, of those the first", () => {
    const [cheap, alike] = [offer(1_000, 4_900), offer(1_000, 4_900)];
    const plans = [offer(5_000, 100), offer(1_000, 5_000), cheap, alike];

    expect(smallestPlan(plans, "usd")).toBe(cheap);
    expect(smallestPlan([...plans].reverse(), "usd")).toBe(alike);
  });

  test("no plans, none to compare with", () => {
    expect(smallestPlan([], "usd")).toBeNull();
  });

  test("no plan is smaller, in any list", () => {
    fc.assert(
      fc.property(fc.array(someOffer, { minLength: 1 }), (plans) => {
        const currency = plans[0]?.currency ?? "";
        const smallest = smallestPlan(plans, currency);
        const alike = plans.filter((plan) => plan.currency === currency);
        const [first] = alike.toSorted((a, b) => a.credits - b.credits || a.priceMinor - b.priceMinor);
        expect(smallest).toBe(first);
      }),
    );
  });
});
