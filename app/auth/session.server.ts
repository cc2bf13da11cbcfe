import { deleteSession, extendSession, insertSession } from "../../db/sign-in.server";
import type { Context } from "../context.server";
import { type Realm, sessionLength } from "./realm";
import { hashToken, randomToken } from "./secrets.server";

/** Gives a person a session in a realm. Answers the token, which is kept nowhere but in their cookie. */
export async function startSession(context: Context, realm: Realm, subjectId: string): Promise<string> {
  const token = randomToken();
  const now = context.now();
  await insertSession(context.db, {
    tokenHash: await hashToken(token),
    realm,
    subjectId,
    createdAt: now,
    expiresAt: now + sessionLength(realm),
  });
  return token;
}

export async function endSession(context: Context, realm: Realm, tokenHash: string): Promise<void> {
  await deleteSession(context.db, realm, tokenHash);
}

/** Lets a session that is in use live on; written at most once in a tenth of its length. */
export async function keepSession(
  context: Context,
  realm: Realm,
  session: { tokenHash: string; expiresAt: number },
): Promise<void> {
  const length_ms = sessionLength(realm);
  const used_ms = length_ms - (session.expiresAt - context.now());
  if (used_ms > length_ms / 10) {
    await extendSession(context.db, realm, session.tokenHash, context.now() + length_ms);
  }
}
