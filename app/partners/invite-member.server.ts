import { insertInvited, inviteAgain } from "../../db/member-changes.server";
import { findMember } from "../../db/members.server";
import type { PartnerContext } from "../context.server";
import { deliverDueEmails } from "../email/deliver-due-emails.server";
import { newId } from "../ids";
import { notFound } from "../refusals";
import type { Invitation } from "./member-form";

/** Invites somebody to the team; until they sign in they are pending. False when they are on it already. */
export async function inviteMember(context: PartnerContext, invitation: Invitation): Promise<boolean> {
  const { db, partner, now } = context;
  const id = newId("member");
  const at = now();
  const invited = await insertInvited(
    db,
    partner.id,
    { id, ...invitation },
    message(context, invitation.email, id, at),
    auditOf(context, at),
  );
  if (invited) context.later(deliverDueEmails(db, context.settings));
  return invited;
}

/** Sends the invitation again. A click that is sent twice names the same last invitation, and is one. */
export async function resendInvitation(
  context: PartnerContext,
  memberId: string,
  seen: number,
): Promise<void> {
  const { db, partner, now } = context;
  const invited = await findMember(db, partner.id, memberId);
  if (!invited) throw notFound();
  if (invited.invitedAt !== seen) return;
  const at = now();
  const email = message(context, invited.email, `${memberId}:${seen}`, at);
  await inviteAgain(db, partner.id, memberId, seen, email, auditOf(context, at));
  context.later(deliverDueEmails(db, context.settings));
}

const auditOf = ({ member }: PartnerContext, at: number) => ({
  id: newId("audit"),
  actorId: member.id,
  at,
});

const message = ({ partner, member }: PartnerContext, recipient: string, subjectId: string, at: number) => ({
  id: newId("email"),
  kind: "member_invitation" as const,
  subjectId,
  to: { recipient },
  details: { partnerName: partner.name, invitedBy: member.name || member.email },
  at,
});
