import { expect, test } from "vitest";
import { maximumPriceMinor, minimumChargeMinor } from "../../../app/money";
import { largerIsCheaper } from "../../../app/plans/pricing-advice/larger-is-cheaper";
import { planName } from "../../../app/plans/pricing-advice/plan-name";
import { planSetAdvice } from "../../../app/plans/pricing-advice/plan-set-advice";
import { starterPlans } from "../../../app/plans/pricing-advice/starter-plans";

test("L119 three plans to begin with: 1,000, 5,000 and 10,000 credits, cheaper the larger, inactive", () => {
  expect(starterPlans("usd").map(({ name, credits, priceMinor }) => [name, credits, priceMinor])).toEqual([
    ["Starter Pack", 1_000, 4_900],
    ["Pro Bundle", 5_000, 19_900],
    ["Enterprise Package", 10_000, 29_900],
  ]);
  for (const plan of starterPlans("usd")) {
    expect(plan).toMatchObject({ active: false, popular: false, unitCostMinorPer1000: null });
    expect(planName(plan.name, [])).toEqual([]);
  }
});

test("L119 switched on, they are advised nothing but to mark one of them", () => {
  const plans = starterPlans("usd").map((plan) => ({
    ...plan,
    id: plan.name,
    currency: "usd",
    active: true,
    sold: 0,
  }));
  expect(planSetAdvice(plans, "en-US").map(({ text }) => text)).toEqual([
    "No plan is marked Popular; mark the one that you want to sell.",
  ]);
});

test.each(["usd", "eur", "gbp", "jpy", "krw", "huf", "isk", "kwd", "czk", "mxn"])(
  "in %s they are prices that Stripe charges and that a plan may have",
  (currency) => {
    const plans = starterPlans(currency);
    for (const { priceMinor } of plans) {
      expect(priceMinor).toBeGreaterThanOrEqual(minimumChargeMinor(currency));
      expect(priceMinor).toBeLessThanOrEqual(maximumPriceMinor(currency));
    }
    const offered = plans.map((plan) => ({ ...plan, id: plan.name, currency, active: true }));
    expect(largerIsCheaper(offered, "en-US")).toEqual([]);
  },
);
