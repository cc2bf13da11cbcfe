import { expect, test } from "vitest";
import {
  DAY_MS,
  formatDateTime,
  formatExactTime,
  formatRelativeTime,
  HOUR_MS,
  isoTime,
  MINUTE_MS,
  SECOND_MS,
} from "../app/time";
import { NOW } from "./sample-time";

test("units of time are milliseconds", () => {
  expect([SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
});

test("a machine reads UTC", () => {
  expect(isoTime(NOW)).toBe("2026-11-22T18:12:00.000Z");
});

test("a person reads the zone beside the time, wherever the server stands", () => {
  // Runtimes differ in how wide the space before PM is.
  expect(formatDateTime(NOW, "en-US").replaceAll("\u202f", " ")).toBe("Nov 22, 2026, 6:12 PM UTC");
  expect(formatExactTime(NOW + 7 * SECOND_MS, "en-GB")).toBe("22 Nov 2026, 18:12:07 UTC");
  expect(formatDateTime(NOW, "de-DE")).toBe("22. Nov. 2026, 18:12 UTC");
});

test.each([
  [0, "now"],
  [-59 * SECOND_MS, "now"],
  [-MINUTE_MS, "1 minute ago"],
  [-3 * MINUTE_MS - 59 * SECOND_MS, "3 minutes ago"],
  [-HOUR_MS, "1 hour ago"],
  [-DAY_MS + 1, "23 hours ago"],
  [-DAY_MS, "yesterday"],
  [-40 * DAY_MS, "40 days ago"],
  [MINUTE_MS, "in 1 minute"],
  [2 * HOUR_MS, "in 2 hours"],
  [DAY_MS, "tomorrow"],
])("%i ms from now is %j", (offset_ms, words) => {
  expect(formatRelativeTime(NOW + offset_ms, NOW, "en-US")).toBe(words);
});

test("the words are those of the reader's language", () => {
  expect(formatRelativeTime(NOW - DAY_MS, NOW, "de-DE")).toBe("gestern");
});
