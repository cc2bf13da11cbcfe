import { hasRoom, insertCustomers } from "../../db/new-customers.server";
import type { PartnerContext } from "../context.server";
import { deliverDueEmails } from "../email/deliver-due-emails.server";
import { newId } from "../ids";
import { TIERS } from "../partners/tier";
import { findPortalOrRefuse } from "../portals/find-portal.server";
import { customerLimitReached } from "../refusals";
import type { DetailDraft } from "./customer-details";

export type CreateResult =
  | { outcome: "created"; customerId: string }
  | { outcome: "taken"; field: "email" | "externalId" };

/**
 * Makes a customer, and invites them at once if that is asked. The customer's id follows from the form's, so a double
 * click makes one. Refused where the tier has no room for another.
 */
export async function createCustomer(
  context: PartnerContext,
  draft: DetailDraft,
  formId: string,
  isInvited: boolean,
): Promise<CreateResult> {
  const customerId = formId.replace(/^form_/, "customer_");
  const added = await addCustomers(context, [{ ...draft, id: customerId }], isInvited);
  return added.outcome === "taken" ? added : { outcome: "created", customerId };
}

/** Makes all of these customers or none. Throws the refusal where the tier has no room for them. */
export async function addCustomers(
  context: PartnerContext,
  customers: (DetailDraft & { id: string })[],
  isInvited: boolean,
) {
  const { db, partner, member, settings, now, later } = context;
  if (isInvited) await findPortalOrRefuse(context);
  const { customerLimit } = TIERS[partner.tier];
  const rows = customers.map((customer) => ({ ...customer, emailId: isInvited ? newId("email") : null }));
  const about = { actorId: member.id, at: now(), tier: partner.tier, customerLimit };
  const result = await insertCustomers(db, partner.id, rows, about);
  if (result.outcome === "no_room") throw noRoom(context);
  if (isInvited && result.outcome === "inserted") later(deliverDueEmails(db, settings));
  return result;
}

/** Asked before a form is shown that would be refused anyway. */
export async function requireRoom(context: PartnerContext): Promise<void> {
  const { customerLimit } = TIERS[context.partner.tier];
  if (customerLimit !== null && !(await hasRoom(context.db, context.partner.id, customerLimit)))
    throw noRoom(context);
}

function noRoom({ partner }: PartnerContext) {
  const { label, customerLimit } = TIERS[partner.tier];
  return customerLimitReached(label, customerLimit ?? 0);
}
