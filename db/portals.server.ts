import { and, eq, gt } from "drizzle-orm";
import { aliased } from "./aliased.server";
import type { Database } from "./client.server";
import { connectedAccounts, customers, partners, portals, sessions } from "./schema";
import type { Session } from "./sessions.server";

export type Partner = typeof partners.$inferSelect;
export type ConnectedAccount = typeof connectedAccounts.$inferSelect;
export type Portal = typeof portals.$inferSelect;
export type Customer = typeof customers.$inferSelect;

export interface PortalVisit {
  portal: Portal;
  partner: Partner;
  account: ConnectedAccount | null;
  customer: Customer | null;
  /** The session by which the customer is signed in. */
  session: Session | null;
  /** Set where a member of the partner looks at the portal as this customer. */
  preview: { by: string } | null;
}

/**
 * Everything that a portal request starts from, in one round trip: whose portal this host is, and who of that
 * portal's customers holds this session. The customer is null when the session is of another portal or partner.
 */
export async function findPortalVisit(
  db: Database,
  visit: { site: { subdomain: string } | { customHost: string }; tokenHash: string | null; now: number },
): Promise<PortalVisit | null> {
  const [found, signedIn] = await db.batch([
    db
      .select({
        portal: aliased(portals, "portal"),
        partner: aliased(partners, "partner"),
        account: aliased(connectedAccounts, "account"),
      })
      .from(portals)
      .innerJoin(partners, eq(partners.id, portals.partnerId))
      .leftJoin(connectedAccounts, eq(connectedAccounts.partnerId, portals.partnerId))
      .where(isAtSite(visit.site)),
    db
      .select({ session: aliased(sessions, "session"), customer: aliased(customers, "customer") })
      .from(sessions)
      .innerJoin(customers, eq(customers.id, sessions.subjectId))
      .where(and(eq(sessions.tokenHash, visit.tokenHash ?? ""), gt(sessions.expiresAt, visit.now))),
  ]);

  if (!found[0]) return null;
  const { account, ...owner } = found[0];
  // An outer join that found nothing leaves each aliased column null, not the whole row.
  const site = { ...owner, account: account?.accountId ? account : null };
  const holder = signedIn[0];
  const isOfThisPortal =
    holder?.session.realm === `portal:${site.portal.id}` && holder.customer.partnerId === site.partner.id;
  if (!isOfThisPortal) return { ...site, customer: null, session: null, preview: null };
  const { previewedBy } = holder.session;
  return { ...site, ...holder, preview: previewedBy ? { by: previewedBy } : null };
}

const isAtSite = (site: { subdomain: string } | { customHost: string }) =>
  "subdomain" in site ? eq(portals.subdomain, site.subdomain) : eq(portals.customHost, site.customHost);

export async function findPortal(db: Database, partnerId: string): Promise<Portal | null> {
  return (await db.select().from(portals).where(eq(portals.partnerId, partnerId)).get()) ?? null;
}
