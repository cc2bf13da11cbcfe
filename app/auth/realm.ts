import { DAY_MS, HOUR_MS } from "../time";

/** Where a session is worth something: the partners' dashboard, or one portal. */
export type Realm = "platform" | `portal:${string}`;

/** How long a session lives on without being used, and how long at most. A partner can move money, so it is shorter. */
export const sessionLength = (realm: Realm): { idle_ms: number; whole_ms: number } =>
  realm === "platform"
    ? { idle_ms: 12 * HOUR_MS, whole_ms: 7 * DAY_MS }
    : { idle_ms: 30 * DAY_MS, whole_ms: 180 * DAY_MS };

/** Until when a session is good that is used now. */
export function sessionEnd(realm: Realm, startedAt: number, now: number): number {
  const { idle_ms, whole_ms } = sessionLength(realm);
  return Math.min(now + idle_ms, startedAt + whole_ms);
}
