import { deleteSession, insertSession, type Session, touchSession } from "../../db/sessions.server";
import type { Context } from "../context.server";
import { newId } from "../ids";
import { MINUTE_MS } from "../time";
import { type Realm, sessionEnd } from "./realm";
import { hashToken, randomToken } from "./secrets.server";

const SEEN_AT_MOST_EVERY_MS = 5 * MINUTE_MS;
const LONGEST_USER_AGENT = 300;

/** The browser in which somebody signs in. */
export interface Browser {
  userAgent: string;
  /** The session that it had on this site before, which ends. */
  tokenHash: string | null;
}

/** Gives a person a session in a realm. Answers the token, which is kept nowhere but in their cookie. */
export async function startSession(
  context: Context,
  realm: Realm,
  subjectId: string,
  browser: Browser,
): Promise<string> {
  const token = randomToken();
  const now = context.now();
  const session = {
    tokenHash: await hashToken(token),
    id: newId("session"),
    realm,
    subjectId,
    userAgent: browser.userAgent.slice(0, LONGEST_USER_AGENT),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionEnd(realm, now, now),
  };
  await insertSession(context.db, session, browser.tokenHash);
  return token;
}

export async function endSession(context: Context, realm: Realm, tokenHash: string): Promise<void> {
  await deleteSession(context.db, realm, tokenHash);
}

/** Lets a session that is in use live on, and remembers that it was seen; written every few minutes at most. */
export async function keepSession(
  context: Context,
  realm: Realm,
  { tokenHash, createdAt, lastSeenAt }: Pick<Session, "tokenHash" | "createdAt" | "lastSeenAt">,
): Promise<void> {
  const now = context.now();
  if (now - lastSeenAt < SEEN_AT_MOST_EVERY_MS) return;
  await touchSession(context.db, realm, tokenHash, {
    lastSeenAt: now,
    expiresAt: sessionEnd(realm, createdAt, now),
  });
}
