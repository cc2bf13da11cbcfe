import type { Session } from "../../db/sessions.server";
import type { Wording } from "../i18n/wording";
import { describeMoment } from "../time";
import { deviceOf } from "./device";

/** A place where somebody is signed in, as a page lists it. */
export interface SignInRow {
  id: string;
  device: string;
  isHere: boolean;
  since: ReturnType<typeof describeMoment>;
  seen: ReturnType<typeof describeMoment>;
}

export function signInRows(
  sessions: readonly Session[],
  here: Pick<Session, "tokenHash">,
  now: number,
  { texts, locale }: Wording,
): SignInRow[] {
  return sessions.map(({ id, tokenHash, userAgent, createdAt, lastSeenAt }) => ({
    id,
    device: texts.account.device(deviceOf(userAgent)),
    isHere: tokenHash === here.tokenHash,
    since: describeMoment(createdAt, now, locale),
    seen: describeMoment(lastSeenAt, now, locale),
  }));
}
