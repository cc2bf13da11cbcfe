import { and, eq, gt, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { aliased, readAliased } from "./aliased.server";
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

// Written once and not for every request: drizzle takes longer to write these than the database to answer them.
const siteBy = (column: "subdomain" | "customHost") =>
  new QueryBuilder()
    .select({
      portal: aliased(portals, "portal"),
      partner: aliased(partners, "partner"),
      account: aliased(connectedAccounts, "account"),
    })
    .from(portals)
    .innerJoin(partners, eq(partners.id, portals.partnerId))
    .leftJoin(connectedAccounts, eq(connectedAccounts.partnerId, portals.partnerId))
    .where(eq(portals[column], sql.placeholder("host")))
    .toSQL().sql;
const SITE_BY_SUBDOMAIN = siteBy("subdomain");
const SITE_BY_CUSTOM_HOST = siteBy("customHost");

const HOLDER_OF_SESSION = new QueryBuilder()
  .select({ session: aliased(sessions, "session"), customer: aliased(customers, "customer") })
  .from(sessions)
  .innerJoin(customers, eq(customers.id, sessions.subjectId))
  .where(and(eq(sessions.tokenHash, sql.placeholder("hash")), gt(sessions.expiresAt, sql.placeholder("now"))))
  .toSQL().sql;

/**
 * Everything that a portal request starts from, in one round trip: whose portal this host is, and who of that
 * portal's customers holds this session. The customer is null when the session is of another portal or partner.
 */
export async function findPortalVisit(
  { $client: d1 }: Database,
  visit: { site: { subdomain: string } | { customHost: string }; tokenHash: string | null; now: number },
): Promise<PortalVisit | null> {
  const [found, signedIn] = await d1.batch<Record<string, unknown>>([
    "subdomain" in visit.site
      ? d1.prepare(SITE_BY_SUBDOMAIN).bind(visit.site.subdomain)
      : d1.prepare(SITE_BY_CUSTOM_HOST).bind(visit.site.customHost),
    d1.prepare(HOLDER_OF_SESSION).bind(visit.tokenHash ?? "", visit.now),
  ]);
  const [row = {}, held = {}] = [found?.results[0], signedIn?.results[0]];
  const portal = readAliased(portals, "portal", row);
  const partner = readAliased(partners, "partner", row);
  if (!portal || !partner) return null;

  const site = { portal, partner, account: readAliased(connectedAccounts, "account", row) };
  const session = readAliased(sessions, "session", held);
  const customer = readAliased(customers, "customer", held);
  const isOfThisPortal = session?.realm === `portal:${portal.id}` && customer?.partnerId === partner.id;
  if (!isOfThisPortal) return { ...site, customer: null, session: null, preview: null };
  return { ...site, customer, session, preview: session.previewedBy ? { by: session.previewedBy } : null };
}

export async function findPortal(db: Database, partnerId: string): Promise<Portal | null> {
  return (await db.select().from(portals).where(eq(portals.partnerId, partnerId)).get()) ?? null;
}
