import { expect, test } from "vitest";
import { pairedRatio, spreadOf } from "../../bench/ratios.mjs";

test("a spread is the middle with the least and the most around it", () => {
  expect(spreadOf([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
  expect(spreadOf([4, 1, 2, 9])).toEqual({ median: 3, least: 1, most: 9 });
});

test("a ratio is taken round by round, so that a machine that slows down changes nothing", () => {
  expect(pairedRatio([2, 20, 200], [1, 10, 100])).toEqual({ median: 2, least: 2, most: 2 });
});
