import { expect, test } from "vitest";
import { looksOf, nextLook } from "../../app/purchases/next-look";

const waits = (isAtBank: boolean) =>
  Array.from({ length: 9 }, (_, looks) => nextLook(looks, isAtBank).seconds);

test("a page that waits looks again soon, then ever more seldom, and at least every five minutes", () => {
  expect(waits(false)).toEqual([3, 6, 12, 24, 48, 96, 192, 300, 300]);
  expect(waits(true)).toEqual([30, 60, 120, 240, 300, 300, 300, 300, 300]);
  expect(nextLook(999, true)).toEqual({ seconds: 300, query: "?look=10" });
});

test("the address says how often it has looked, and nothing else counts", () => {
  expect(["2", null, "-1", "1e3", "0x1", "", "9999"].map(looksOf)).toEqual([2, 0, 0, 0, 0, 0, 0]);
  expect(nextLook(looksOf("2"), false).query).toBe("?look=3");
});
