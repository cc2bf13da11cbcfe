import { expect, test } from "vitest";
import { type PopularCandidate, popularChoice } from "../../../app/plans/pricing-advice/popular-choice";
import { offered, textsOf } from "./offered-plan";

const candidate = (name: string, changes: Partial<PopularCandidate> = {}): PopularCandidate => ({
  ...offered(name, 1_000, 4_900),
  popular: false,
  unitCostMinorPer1000: null,
  sold: 0,
  ...changes,
});
const texts = (...plans: PopularCandidate[]) => textsOf(popularChoice(plans));

test("X7 where no plan is marked, the most sold is suggested, and any while nothing was sold", () => {
  expect(texts(candidate("A", { sold: 2 }), candidate("B", { sold: 5 }))).toEqual([
    "No plan is marked Popular; mark B, the most sold.",
  ]);
  expect(texts(candidate("A"), candidate("B"))).toEqual([
    "No plan is marked Popular; mark the one that you want to sell.",
  ]);
  expect(texts(candidate("A", { sold: 3 }), candidate("B", { sold: 3 }))).toEqual([
    "No plan is marked Popular; mark the one that you want to sell.",
  ]);
});

test("X7 a plan that is marked but inactive lets none stand out", () => {
  const inactive = candidate("Old", { popular: true, active: false, sold: 99 });
  expect(texts(inactive, candidate("A", { sold: 1 }), candidate("B"))).toEqual([
    "Old is marked Popular but is inactive, so no plan stands out; mark A, the most sold.",
  ]);
});

test("X7 the badge may be on the most sold or on the one with the highest margin, and else is better moved", () => {
  const [seller, earner, neither] = [
    candidate("Seller", { sold: 9, unitCostMinorPer1000: 3_000 }),
    candidate("Earner", { sold: 1, unitCostMinorPer1000: 1_000 }),
    candidate("Neither", { sold: 2, unitCostMinorPer1000: 2_000 }),
  ];
  const marked = (plan: PopularCandidate) => ({ ...plan, popular: true });
  expect(texts(marked(seller), earner, neither)).toEqual([]);
  expect(texts(seller, marked(earner), neither)).toEqual([]);
  expect(texts(seller, earner, marked(neither))).toEqual([
    "Neither is marked Popular; better mark Seller, the most sold.",
  ]);
});

test("X7 the highest margin is known only when every cost is, and nothing is said against a choice then", () => {
  const known = candidate("Known", { unitCostMinorPer1000: 1_000 });
  const marked = candidate("Marked", { unitCostMinorPer1000: 3_000, popular: true });
  expect(texts(known, marked)).toEqual([
    "Marked is marked Popular; better mark Known, which has the highest margin.",
  ]);
  expect(texts(known, marked, candidate("Unknown"))).toEqual([]);
});

test("X7 one plan needs no badge", () => {
  expect(texts(candidate("A"))).toEqual([]);
  expect(texts(candidate("A"), candidate("B", { active: false }))).toEqual([]);
});
