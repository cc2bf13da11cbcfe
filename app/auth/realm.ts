import { DAY_MS, HOUR_MS } from "../time";

/** Where a session is worth something: the partners' dashboard, or one portal. */
export type Realm = "platform" | `portal:${string}`;

/** A customer stays signed in for 30 days of not coming, a partner for 12 hours: a partner can move money. */
export const sessionLength = (realm: Realm): number => (realm === "platform" ? 12 * HOUR_MS : 30 * DAY_MS);
