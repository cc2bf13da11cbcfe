import { requeueEmail } from "../../db/sent-emails.server";
import type { PartnerContext } from "../context.server";
import { isId, newId } from "../ids";
import { notFound } from "../refusals";
import { deliverDueEmails } from "./deliver-due-emails.server";

/**
 * A member has a message sent once more, made anew of what is so now. One that waits goes out by itself; a code is
 * asked for anew by whoever wants to sign in.
 */
export async function sendAgain(
  context: PartnerContext,
  emailId: string,
): Promise<"requeued" | "waiting" | "secret"> {
  const { db, settings, partner, member, now, later } = context;
  if (!isId(emailId, "email")) throw notFound();
  const outcome = await requeueEmail(db, partner.id, emailId, {
    id: newId("audit"),
    actorType: "member",
    actorId: member.id,
    action: "email.sent_again",
    objectId: emailId,
    before: null,
    after: null,
    at: now(),
  });
  if (outcome === null) throw notFound();
  later(deliverDueEmails(db, settings));
  return outcome;
}
