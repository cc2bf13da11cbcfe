import {
  deleteEmailDomain,
  findEmailDomain,
  writeEmailDomain,
  writeSender,
} from "../../db/email-domains.server";
import { randomToken } from "../auth/secrets.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { domainOf, type SenderForm } from "./domain-form";
import { addDomain, forgetDomain } from "./provider.server";
import { recordsOf } from "./records";

/**
 * From now on a partner's e-mails are to come from this address; they do once its domain is verified. `taken` says
 * that the provider does not take the domain.
 */
export async function setSender(context: PartnerContext, sender: SenderForm): Promise<"set" | "taken"> {
  const { db, settings, partner, now } = context;
  const known = await findEmailDomain(db, partner.id);
  const domain = domainOf(sender.fromEmail);
  if (known?.domain === domain) {
    await writeSender(
      db,
      partner.id,
      sender,
      auditOf(context, "email_domain.sender_changed", domain, sender),
    );
    return "set";
  }
  const added = await addDomain(settings, domain);
  if (!added) return "taken";
  if (known?.providerId) await forgetDomain(settings, known.providerId);
  await writeEmailDomain(
    db,
    partner.id,
    {
      ...sender,
      domain,
      providerId: added.id,
      records: recordsOf(domain, randomToken(), added.records),
      findings: [],
      status: "pending",
      checks: 0,
      checkedAt: null,
      nextCheckAt: now(),
      verifiedAt: null,
      createdAt: now(),
    },
    auditOf(context, "email_domain.set", domain, sender),
  );
  return "set";
}

/** From now on e-mails come from the platform's address again, in the partner's name. */
export async function removeDomain(context: PartnerContext): Promise<void> {
  const { db, settings, partner } = context;
  const known = await findEmailDomain(db, partner.id);
  if (!known) return;
  await deleteEmailDomain(db, partner.id, auditOf(context, "email_domain.removed", known.domain, null));
  if (known.providerId) await forgetDomain(settings, known.providerId);
}

const auditOf = (
  { member, now }: PartnerContext,
  action: string,
  domain: string,
  after: SenderForm | null,
) => ({
  id: newId("audit"),
  actorType: "member" as const,
  actorId: member.id,
  action,
  objectId: domain,
  before: null,
  after: after && { ...after },
  at: now(),
});
