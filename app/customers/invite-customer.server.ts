import { insertInvitation } from "../../db/invitations.server";
import type { Customer } from "../../db/portals.server";
import type { PartnerContext } from "../context.server";
import { deliverDueEmails } from "../email/deliver-due-emails.server";
import { newId } from "../ids";
import { findPortalOrRefuse } from "../portals/find-portal.server";
import { invitationNotNeeded } from "../refusals";

/**
 * Lets a customer into the portal and tells them so; invited again, they are told again. Whoever came in already, or is
 * blocked, is not invited. A form that is sent twice is one invitation.
 */
export async function inviteCustomer(
  context: PartnerContext,
  customer: Customer,
  formId: string,
): Promise<void> {
  const { db, partner, member, settings, now, later } = context;
  if (customer.portalAccess === "active" || customer.portalAccess === "blocked")
    throw invitationNotNeeded(customer.portalAccess, customer.id);
  await findPortalOrRefuse(context);
  const isNew = await insertInvitation(db, partner.id, customer.id, {
    id: `${formId}_${customer.id}`,
    emailId: newId("email"),
    actorId: member.id,
    at: now(),
  });
  if (isNew) later(deliverDueEmails(db, settings));
}
