import { expect, test } from "vitest";
import { isId, newId } from "../app/ids";

test("a new id says what it names, and is one of that kind only", () => {
  const id = newId("purchase");

  expect(id).toMatch(/^purchase_[0-9a-z]{26}$/);
  expect(isId(id, "purchase")).toBe(true);
  expect(isId(id, "plan")).toBe(false);
});

test("a thousand ids are a thousand different ones", () => {
  expect(new Set(Array.from({ length: 1_000 }, () => newId("click"))).size).toBe(1_000);
});

const SUFFIX = "01k9zx3m8ye4rtqf5c6h7j8k9m";

test.each([
  "",
  "plan",
  "plan_",
  SUFFIX,
  `_${SUFFIX}`,
  `plan_${SUFFIX}x`,
  `plan_${SUFFIX.slice(1)}`,
  `plan_${SUFFIX.toUpperCase()}`,
  `Plan_${SUFFIX}`,
  ` plan_${SUFFIX}`,
  `plan_${SUFFIX}\n`,
  `plan_${SUFFIX.slice(0, -1)}'`,
  `plan_plan_${SUFFIX}`,
  `planner_${SUFFIX}`,
])("%j is not looked up as a plan", (text) => {
  expect(isId(text, "plan")).toBe(false);
});
