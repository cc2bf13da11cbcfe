import { expect, test } from "vitest";
import { anchorOf, findSettings, SETTINGS } from "../../app/partners/settings-pages";

const labels = (typed: string) =>
  findSettings(SETTINGS, typed).flatMap(({ pages }) => pages.map(({ label }) => label));

test("nothing typed finds every page, in groups that have one", () => {
  expect(labels("")).toEqual(SETTINGS.flatMap(({ pages }) => pages.map(({ label }) => label)));
  expect(labels("   ")).toEqual(labels(""));
  expect(findSettings(SETTINGS, "").every(({ pages }) => pages.length > 0)).toBe(true);
});

test.each([
  ["plans", ["Customer Credit Plans"]],
  ["CREDIT PLANS", ["Customer Credit Plans"]],
  ["upgr", ["Plan tier"]],
  ["chargeback", ["Refund policy"]],
  ["payouts", ["Stripe Connect"]],
  ["refund credits", ["Refund policy"]],
  ["refund zebra", []],
  ["<script>", []],
])("a page is found by the beginnings of its words: %s", (typed, found) => {
  expect(labels(typed)).toEqual(found);
});

test("every page has an anchor of its own", () => {
  const anchors = SETTINGS.flatMap(({ pages }) => pages.map(anchorOf));
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(anchors).toContain("customer-credit-plans");
});
