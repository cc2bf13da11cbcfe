import { describe, expect, test } from "vitest";
import type { ComparedPlan } from "../../../app/plans/pricing-advice/advice";
import { differentiation } from "../../../app/plans/pricing-advice/differentiation";
import { largerIsCheaper } from "../../../app/plans/pricing-advice/larger-is-cheaper";
import { planCount } from "../../../app/plans/pricing-advice/plan-count";
import { portalOrder } from "../../../app/plans/pricing-advice/portal-order";
import { DEAR_LARGEST, offered, textsOf } from "./offered-plan";

describe("the larger plan", () => {
  const texts = (...plans: ComparedPlan[]) => textsOf(largerIsCheaper(plans, "en-US"));

  test("L117 that costs more per credit is named, with the highest price at which it would not", () => {
    expect(texts(...DEAR_LARGEST)).toEqual([
      "Enterprise Package costs $0.0899 per credit, 83 % dearer than Starter Pack, the smallest plan; lower its price to $397.99 or less.",
    ]);
    const [starter, pro] = DEAR_LARGEST as [ComparedPlan, ComparedPlan];
    expect(texts(starter, pro, offered("Enterprise Package", 10_000, 39_799))).toEqual([]);
    expect(texts(starter, pro, offered("Enterprise Package", 10_000, 39_800))).toHaveLength(1);
  });

  test("L117 is compared with the cheapest of the smaller ones where the smallest is dearer", () => {
    expect(
      texts(offered("S", 1_000, 5_000), offered("M", 5_000, 15_000), offered("L", 10_000, 40_000)),
    ).toEqual(["L costs $0.04 per credit, 33 % dearer than M; lower its price to $299.99 or less."]);
  });

  test("L117 that costs exactly as much per credit is named too", () => {
    expect(texts(offered("S", 1_000, 5_000), offered("L", 2_000, 10_000))).toEqual([
      "L costs $0.05 per credit, no cheaper than S, the smallest plan; lower its price to $99.99 or less.",
    ]);
  });

  test("L117 that no chargeable price makes cheaper leaves the smaller one to be raised", () => {
    expect(texts(offered("S", 10, 50), offered("L", 11, 300, {}), offered("Tiny", 1_000, 51))).toEqual([
      expect.stringContaining("L costs"),
    ]);
    expect(
      texts(offered("S", 100, 50, { currency: "jpy" }), offered("L", 101, 60, { currency: "jpy" })),
    ).toEqual([
      "L costs ¥0.59 per credit, 19 % dearer than S, the smallest plan; lower its price to ¥50 or less.",
    ]);
    expect(texts(offered("S", 100, 30), offered("L", 101, 60))).toEqual([
      "L costs $0.0059 per credit, 98 % dearer than S, the smallest plan; raise the price of S.",
    ]);
  });

  test("L117 is not compared with plans that are inactive or in another currency", () => {
    const [starter, pro, enterprise] = DEAR_LARGEST as [ComparedPlan, ComparedPlan, ComparedPlan];
    expect(texts(starter, pro, { ...enterprise, active: false })).toEqual([]);
    expect(texts(starter, pro, { ...enterprise, currency: "eur" })).toEqual([]);
  });
});

describe("the number of plans", () => {
  const count = (active: number, inactive = 0) =>
    textsOf(
      planCount(
        Array.from({ length: active + inactive }, (_, index) =>
          offered(`Plan ${index}`, 1_000, 4_900, { active: index < active }),
        ),
      ),
    );

  test("L112 two are a limited choice, three to five are good, six are too many", () => {
    expect(count(2)).toEqual(["2 plans are active, which is a limited choice; offer three to five."]);
    expect([count(3), count(4), count(5)]).toEqual([[], [], []]);
    expect(count(6)).toEqual([
      "6 plans are active, which is too many to choose from; keep the three to five that sell best.",
    ]);
  });

  test("L112 inactive ones do not count, and an empty list is not advised", () => {
    expect(count(1, 3)).toEqual(["1 plan is active, which is a limited choice; offer three to five."]);
    expect(count(0, 3)).toEqual([
      "No plan is active, so customers have nothing to buy; offer three to five.",
    ]);
    expect(count(5, 3)).toEqual([]);
    expect(count(0)).toEqual([]);
  });
});

describe("the difference between plans", () => {
  const texts = (...plans: ComparedPlan[]) => textsOf(differentiation(plans, "en-US"));

  test.each([
    [
      [offered("A", 1_000, 4_900), offered("B", 1_000, 5_900)],
      "A and B both have 1,000 credits; change one of them or switch one off.",
    ],
    [
      [offered("A", 1_000, 4_900), offered("B", 1_499, 5_900)],
      "A and B are nearly the same size; give B at least 1,500 credits or switch one off.",
    ],
    [
      [offered("A", 1_000, 10_000), offered("B", 2_000, 19_400)],
      "A and B cost nearly the same per credit, $0.10 and $0.097; lower the price of B, so that buying more pays.",
    ],
  ])("L116 is too small in %#, and the text says what to do", (plans, text) => {
    expect(texts(...plans)).toEqual([text]);
  });

  test("L116 is enough at one and a half times the credits and more than three percent per credit", () => {
    expect(texts(offered("A", 1_000, 10_000), offered("B", 1_500, 14_400))).toEqual([]);
    expect(texts(offered("A", 1_000, 10_000), offered("B", 2_000, 19_399))).toEqual([]);
    expect(texts(...DEAR_LARGEST)).toEqual([]);
  });

  test("L116 is told once for each plan, however many are alike, and never of inactive ones", () => {
    const three = ["A", "B", "C"].map((name) => offered(name, 1_000, 4_900));
    expect(texts(...three)).toHaveLength(2);
    expect(texts(offered("A", 1_000, 4_900), offered("B", 1_000, 4_900, { active: false }))).toEqual([]);
    expect(texts(offered("A", 1_000, 4_900), offered("B", 1_000, 4_900, { currency: "eur" }))).toEqual([]);
  });
});

test("L125 a plan is told its place in the portal, where the dearest comes first", () => {
  const others = [
    offered("A", 1, 4_900),
    offered("B", 1, 19_900),
    offered("C", 1, 99_900, { active: false }),
  ];
  const placeOf = (priceMinor: number) => portalOrder(offered("This", 1, priceMinor), others)[0]?.text;
  expect([placeOf(29_900), placeOf(9_900), placeOf(900)]).toEqual([
    expect.stringContaining("number 1 of 3."),
    expect.stringContaining("number 2 of 3."),
    expect.stringContaining("number 3 of 3."),
  ]);
  expect(portalOrder(offered("This", 1, 900), [])).toEqual([]);
});
