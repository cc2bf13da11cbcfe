import { switchSession } from "../../db/memberships.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { notFound } from "../refusals";
import { sessionEnd } from "./realm";
import { hashToken, randomToken } from "./secrets.server";

/**
 * Signs a member over to another partner that their address works for, without another code: they have proven the
 * address. Answers the token of the new session; the old one has ended.
 */
export async function switchWorkspace(context: PartnerContext, partnerId: string): Promise<string> {
  const { db, member, session } = context;
  const token = randomToken();
  const now = context.now();
  const isSwitched = await switchSession(db, partnerId, {
    email: member.email,
    from: { tokenHash: session.tokenHash },
    to: {
      tokenHash: await hashToken(token),
      id: newId("session"),
      expiresAt: sessionEnd("platform", session.createdAt, now),
    },
    auditIds: { ended: newId("audit"), started: newId("audit") },
    now,
  });
  if (!isSwitched) throw notFound();
  return token;
}
