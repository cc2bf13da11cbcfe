import { dateTimeFormat, relativeTimeFormat } from "./formatters";

/** Times are milliseconds since 1970 UTC. Whoever needs "now" is given a clock, so that tests can move it. */

export type Clock = () => number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const isoTime = (at: number): string => new Date(at).toISOString();

/** The zone is said, because server and reader seldom share one. */
const MINUTELY = {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZone: "UTC",
  timeZoneName: "short",
} as const;

/** "Nov 22, 2026, 6:12 PM UTC" */
export const formatDateTime = (at: number, locale: string): string =>
  dateTimeFormat(locale, MINUTELY).format(at);

/** "Nov 22, 2026, 6:12:07 PM UTC": two things that were done one after the other are told apart by it. */
export const formatExactTime = (at: number, locale: string): string =>
  dateTimeFormat(locale, { ...MINUTELY, second: "2-digit" }).format(at);

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", DAY_MS],
  ["hour", HOUR_MS],
  ["minute", MINUTE_MS],
];

/** "3 minutes ago", "yesterday", "now". */
export function formatRelativeTime(at: number, now: number, locale: string): string {
  const relative = relativeTimeFormat(locale, { numeric: "auto" });
  const passed_ms = at - now;
  for (const [unit, unit_ms] of STEPS) {
    if (Math.abs(passed_ms) >= unit_ms) return relative.format(Math.trunc(passed_ms / unit_ms), unit);
  }
  return relative.format(0, "second");
}

/** A moment as `Timestamp` shows it: how long ago, with the exact time behind it. */
export const describeMoment = (at: number, now: number, locale: string) => ({
  iso: isoTime(at),
  relative: formatRelativeTime(at, now, locale),
  exact: formatExactTime(at, locale),
});
