import type { Customer, Partner, Portal } from "../../db/portals.server";
import { insertPreviewTicket, startPreview } from "../../db/previews.server";
import { hashToken, randomToken } from "../auth/secrets.server";
import type { Context, PartnerContext } from "../context.server";
import { newId } from "../ids";
import { findPortalOrRefuse } from "../portals/find-portal.server";
import { portalOrigin } from "../portals/site";
import { nothingToPreview } from "../refusals";
import { MINUTE_MS } from "../time";
import { isLetIn } from "./portal-access";

const TICKET_LENGTH_MS = 2 * MINUTE_MS;
const PREVIEW_LENGTH_MS = 30 * MINUTE_MS;

/**
 * Answers the address at which a member may look at their portal as a customer: once, soon, in the portal of this
 * customer alone, and for as long as the member stays signed in here.
 */
export async function invitePreview(
  context: PartnerContext,
  customer: Customer,
  openedFrom: string,
): Promise<string> {
  const portal = await findPortalOrRefuse(context);
  if (!isLetIn(customer)) throw nothingToPreview(customer.id);
  const ticket = randomToken();
  const now = context.now();
  await insertPreviewTicket(context.db, context.partner.id, {
    id: newId("session"),
    ticketHash: await hashToken(ticket),
    portalId: portal.id,
    customerId: customer.id,
    memberId: context.member.id,
    openedFrom,
    now,
    expiresAt: now + TICKET_LENGTH_MS,
  });
  return `${portalOrigin(context.settings, portal)}/preview/${ticket}`;
}

/** Begins the preview that a ticket is for and answers its token, or null when the ticket is good for none here. */
export async function enterPreview(
  context: Context,
  { partner, portal }: { partner: Partner; portal: Portal },
  ticket: string,
): Promise<string | null> {
  const token = randomToken();
  const now = context.now();
  const isStarted = await startPreview(context.db, partner.id, {
    id: newId("session"),
    ticketHash: await hashToken(ticket),
    tokenHash: await hashToken(token),
    portalId: portal.id,
    auditId: newId("audit"),
    now,
    expiresAt: now + PREVIEW_LENGTH_MS,
  });
  return isStarted ? token : null;
}
