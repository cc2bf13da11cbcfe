import { expect, test } from "vitest";
import type { CreditWord } from "../../../app/i18n/unit";
import { EMPTY_PLAN, type PlanFormValues } from "../../../app/plans/plan";
import { planPreview } from "../../../app/plans/plan-preview";
import { checkPrice } from "../../../app/plans/pricing-advice/price-check";
import { DEAR_LARGEST, offered, textsOf } from "./offered-plan";

const SMALLEST = offered("Starter Pack", 1_000, 5_000);
const circumstances = { currency: "usd", platformFeeBps: 250, others: [SMALLEST] };

const check = (values: Partial<PlanFormValues>, others = circumstances.others) =>
  checkPrice({ ...EMPTY_PLAN, ...values }, { ...circumstances, others }, "en-US");

test("L35 1,000 credits that cost $30 are suggested at $49, with all that this price means", () => {
  expect(check({ credits: "1000", unitCost: "30" }, [])).toEqual({
    suggestion: "$48.00 → $49.00",
    use: { label: "Use $49.00", price: "49.00" },
    prices: [
      {
        label: "Suggested",
        price: "$49.00",
        figures: [
          { term: "Per credit", details: "$0.049" },
          { term: "Against the smallest", details: "–" },
          { term: "Markup", details: "63.3 %" },
          { term: "Gross margin", details: "38.8 %" },
          { term: "Left after cost and fees, about", details: "$16.05" },
        ],
      },
    ],
    advice: [],
  });
});

test("L34 a price of one's own stands beside the suggested one, and is not advised away", () => {
  const { suggestion, prices, advice } = check(
    { credits: "1,000", price: "59", unitCost: "30", margin: "60 %" },
    [],
  );
  expect(suggestion).toBe("$48.00 → $49.00");
  expect(prices.map(({ label, price }) => `${label} ${price}`)).toEqual(["Suggested $49.00", "Yours $59.00"]);
  expect(advice).toEqual([]);
});

test("L39–40 $0.04 and $0.03 per credit are 20 % and 40 % less than the smallest plan's $0.05", () => {
  const against = (credits: string, price: string) =>
    check({ credits, price }).prices[0]?.figures.find(({ term }) => term === "Against the smallest")?.details;
  expect(against("2000", "100")).toBe("The same");
  expect(against("5000", "200")).toBe("20 % less");
  expect(against("10000", "300")).toBe("40 % less");
  expect(against("10000", "900")).toBe("80 % more");
  expect(against("500", "25")).toBe("–");
});

test("L33 without a cost or a margin nothing is suggested, and a price is checked all the same", () => {
  for (const values of [{ unitCost: "" }, { unitCost: "0" }, { unitCost: "30", margin: "" }]) {
    const { suggestion, prices } = check({ credits: "1000", price: "49", ...values });
    expect(suggestion).toBeNull();
    expect(prices.map(({ label }) => label)).toEqual(["Yours"]);
  }
  expect(check({})).toEqual({ suggestion: null, use: null, prices: [], advice: [] });
});

test("what is typed and cannot be read is said, and what is not typed yet is not", () => {
  expect(textsOf(check({ credits: "many", price: "1e3", unitCost: "x", margin: "much" }).advice)).toEqual([
    "Credits must be a whole number from 1 to 1,000,000.",
    "Cost must be an amount like 30 or 30.00.",
    "Price must be an amount such as 49 or 49.90.",
    "Margin must be a whole percentage like 60.",
  ]);
  expect(textsOf(check({ credits: "10", price: "10000.01" }).advice)).toEqual([
    "Price can be at most $10,000.00.",
  ]);
  expect(textsOf(check({ credits: "10", price: "0.49" }, []).advice)).toEqual([
    "Stripe charges no less than $0.50; raise the price.",
  ]);
});

test("L117 a plan is held against the others as if it were on offer, what matters most first", () => {
  const [starter, pro] = DEAR_LARGEST.slice(0, 2);
  const { advice } = check(
    { name: "Plan 1", credits: "10000", price: "900", unitCost: "95", active: false },
    starter && pro ? [starter, pro] : [],
  );
  expect(advice.map(({ tone, text }) => `${tone}: ${text}`)).toEqual([
    "danger: At $900.00 you earn nothing: your credits cost $950.00 and fees are about $48.90; ask for $1,004.56 or more.",
    "warning: Plan 1 costs $0.09 per credit, 84 % dearer than Starter Pack, the smallest plan; lower its price to $397.99 or less.",
    "warning: “Plan 1” is a generic name; say whom the plan is for, as Starter Pack does.",
    "hint: Customers read the most expensive plan first, which makes the others look cheaper; this one is number 1 of 3.",
  ]);
});

test("L115, X12 a round price is hinted at what looks smaller, unless that is another price", () => {
  const hints = (price: string, unitCost = "") =>
    textsOf(check({ credits: "500", price, unitCost }, []).advice);
  expect(hints("50")).toEqual(["$49.00 looks smaller than it is; consider it in the place of $50.00."]);
  expect([hints("49"), hints("0.50"), hints("12.99")]).toEqual([[], [], []]);
  // $46.90 of cost and the fees leave ten cents of $50, and nothing of $49.
  expect(hints("50", "93.80")).toEqual([]);
});

test("advice on two other plans is not given where a third is typed", () => {
  const { advice } = check({ name: "Fourth", credits: "100", price: "9.99" }, DEAR_LARGEST);
  expect(textsOf(advice)).toEqual([
    "Customers read the most expensive plan first, which makes the others look cheaper; this one is number 4 of 4.",
  ]);
});

test("the card is previewed as the portal will show it, with dashes where nothing can be read yet", () => {
  const preview = (values: Partial<PlanFormValues>, creditWord: CreditWord = "credits") =>
    planPreview({ ...EMPTY_PLAN, ...values }, circumstances, { locale: "en-US", creditWord });
  expect(preview({})).toEqual({
    name: "Name",
    credits: "– credits",
    price: "–",
    description: "",
    badge: undefined,
  });
  expect(preview({ name: " Pro Bundle ", credits: "5,000", price: "200", popular: true })).toMatchObject({
    name: "Pro Bundle",
    credits: "5,000 credits",
    price: "$200",
    perCredit: "$0.04 per credit · 20 % less",
    badge: "Popular",
  });
  expect(preview({}, "minutes").credits).toBe("– minutes");
  expect(preview({ credits: "1", price: "200" }, "minutes").credits).toBe("1 minute");
  expect(preview({ credits: "5000", price: "200" }, "tokens")).toMatchObject({
    credits: "5,000 tokens",
    perCredit: "$0.04 per token · 20 % less",
  });
});
