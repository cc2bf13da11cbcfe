import { expect, test } from "vitest";
import { planName } from "../../../app/plans/pricing-advice/plan-name";
import { textsOf } from "./offered-plan";

const texts = (name: string, ...others: string[]) => textsOf(planName(name, others));

test.each(["Starter Pack", "Pro Bundle", "Enterprise Package", "Max", "Option Bee", "x".repeat(40), ""])(
  "L118 there is nothing to say about %j",
  (name) => {
    expect(texts(name, "Another Pack")).toEqual([]);
  },
);

test.each(["Plan 1", "Option B", "package 12", " PLAN a "])("L122 %j is generic", (name) => {
  expect(texts(name)).toEqual([
    `“${name.trim()}” is a generic name; say whom the plan is for, as Starter Pack does.`,
  ]);
});

test.each(["Super Mega Ultra Plan", "super-mega-max", "Ultra Ultra Ultra"])(
  "L123, X13 %j is confusing",
  (name) => {
    expect(texts(name)).toEqual([`“${name}” is a confusing name; one strong word says more than 3.`]);
  },
);

test("L124 a name of more than forty characters is overly long, emoji counted as one", () => {
  expect(texts("🚀".repeat(40))).toEqual([]);
  expect(texts("🚀".repeat(41))).toEqual(["The name is overly long; 40 characters or fewer fit on a card."]);
});

test("L122 a name that another plan has is no name of its own, however it is written", () => {
  const text = "Another plan is called “Starter Pack”; give this one a name of its own.";
  expect(texts("Starter Pack", "Pro Bundle", " starter pack ")).toEqual([text]);
  expect(texts("Cafe\u0301", "Caf\u00e9")).toHaveLength(1);
});
