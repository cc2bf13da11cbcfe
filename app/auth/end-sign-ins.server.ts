import { deleteSessionsOf, findSessionOf } from "../../db/sessions.server";
import type { Context } from "../context.server";
import { newId } from "../ids";
import { notFound } from "../refusals";
import type { Realm } from "./realm";

/** Somebody who signs themselves out: of a partner, as a customer or as a member. */
export interface SignedIn {
  partnerId: string;
  type: "customer" | "member";
  realm: Realm;
  id: string;
}

/** Signs somebody out in one place. Answers the token's hash of that place, for whoever asks whether it was here. */
export async function endSignIn(context: Context, who: SignedIn, sessionId: string): Promise<string> {
  const session = await findSessionOf(context.db, who.realm, who.id, sessionId);
  if (!session) throw notFound();
  await end(context, who, "session.ended", sessionId);
  return session.tokenHash;
}

/** Signs somebody out everywhere, here too. */
export const endAllSignIns = (context: Context, who: SignedIn): Promise<void> =>
  end(context, who, "sessions.ended");

async function end({ db, now }: Context, who: SignedIn, action: string, sessionId?: string): Promise<void> {
  const these = { subjectId: who.id, ...(sessionId && { id: sessionId }) };
  await deleteSessionsOf(db, who.realm, these, {
    id: newId("audit"),
    partnerId: who.partnerId,
    actorType: who.type,
    actorId: who.id,
    action,
    objectId: sessionId ?? who.id,
    at: now(),
  });
}
