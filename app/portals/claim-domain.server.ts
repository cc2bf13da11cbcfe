import { deleteDomain, findDomain, insertDomain, isProvedByOthers } from "../../db/portal-domains.server";
import type { Portal } from "../../db/portals.server";
import { randomToken } from "../auth/secrets.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { readHost } from "./claimable-host";
import { deleteHostname } from "./custom-hostnames.server";

/** Claims a host for a portal, under a token that no claim had before. Answers what is wrong with it, or null. */
export async function claimDomain(
  { db, partner, member, settings, now }: PartnerContext,
  portal: Portal,
  typed: string,
): Promise<string | null> {
  const read = readHost(typed, settings);
  if ("error" in read) return read.error;
  if (await isProvedByOthers(db, partner.id, read.host)) {
    return "This domain is in use by another portal here";
  }
  const at = now();
  const domain = {
    id: newId("domain"),
    portalId: portal.id,
    host: read.host,
    token: `claim_${randomToken()}`,
  };
  await insertDomain(
    db,
    partner.id,
    { ...domain, nextCheckAt: at, createdAt: at },
    {
      id: newId("audit"),
      actorType: "member",
      actorId: member.id,
      action: "domain.claimed",
      objectId: domain.id,
      after: { host: read.host },
      at,
    },
  );
  return null;
}

/**
 * Gives a host back: from now on it is nobody's, and everybody who was signed in to the portal is signed out. Cloudflare
 * is told before; where it does not answer, its host is found again by whoever proves it next.
 */
export async function removeDomain(context: PartnerContext): Promise<void> {
  const { db, partner, member, settings, now } = context;
  const domain = await findDomain(db, partner.id);
  if (!domain) return;
  if (domain.providerId) await deleteHostname(settings, domain.providerId);
  await deleteDomain(db, partner.id, domain, {
    id: newId("audit"),
    actorType: "member",
    actorId: member.id,
    action: "domain.removed",
    objectId: domain.id,
    before: { host: domain.host, status: domain.status },
    at: now(),
  });
}
