import { and, asc, eq, exists, inArray, isNotNull, lte, ne, or, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import type { Partner } from "./portals.server";
import { auditLog, partners, portalDomains, portals, sessions, signInChallenges } from "./schema";

export type PortalDomain = typeof portalDomains.$inferSelect;
type Audit = Omit<typeof auditLog.$inferInsert, "partnerId">;

const PROVED = ["verifying", "issuing", "active", "moved"] as const;

const auditRow = (db: Database, partnerId: string, audit: Audit) =>
  db.insert(auditLog).values({ ...audit, partnerId });

export async function findDomain(db: Database, partnerId: string): Promise<PortalDomain | null> {
  return (await db.select().from(portalDomains).where(eq(portalDomains.partnerId, partnerId)).get()) ?? null;
}

/** Whether somebody else has proved a host. */
export async function isProvedByOthers(db: Database, partnerId: string, host: string): Promise<boolean> {
  const other = await db
    .select({ id: portalDomains.id })
    .from(portalDomains)
    .where(
      and(
        eq(portalDomains.host, host),
        ne(portalDomains.partnerId, partnerId),
        inArray(portalDomains.status, [...PROVED]),
      ),
    )
    .get();
  return other !== undefined;
}

/** A portal has one claim at a time: a second one writes nothing. */
export async function insertDomain(
  db: Database,
  partnerId: string,
  domain: Pick<PortalDomain, "id" | "portalId" | "host" | "token" | "nextCheckAt" | "createdAt">,
  audit: Audit,
): Promise<void> {
  await db.batch([
    db
      .insert(portalDomains)
      .values({ ...domain, partnerId, status: "pending", checks: [], attempts: 0, misses: 0 })
      .onConflictDoNothing({ target: portalDomains.portalId }),
    auditRow(db, partnerId, audit),
  ]);
}

/** Claims to look up, those that have waited longest first: of partners on these tiers, and whatever is in use. */
export async function listDueDomains(
  db: Database,
  tiers: readonly Partner["tier"][],
  now: number,
  limit: number,
): Promise<PortalDomain[]> {
  const mayHaveOne = db
    .select({ id: partners.id })
    .from(partners)
    .where(and(eq(partners.id, portalDomains.partnerId), inArray(partners.tier, [...tiers])));
  return db
    .select()
    .from(portalDomains)
    .where(
      and(
        isNotNull(portalDomains.nextCheckAt),
        lte(portalDomains.nextCheckAt, now),
        or(eq(portalDomains.status, "active"), exists(mayHaveOne)),
      ),
    )
    .orderBy(asc(portalDomains.nextCheckAt))
    .limit(limit);
}

/**
 * Keeps what a look-up came to. The portal has the host exactly while its claim is active, also when the claim was
 * removed while it was looked up. Answers `taken` when somebody else proved the host first.
 */
export async function writeDomain(
  db: Database,
  partnerId: string,
  { id, portalId, ...change }: Partial<PortalDomain> & Pick<PortalDomain, "id" | "portalId">,
  consequences: { audit: Audit | null; endsSessions: boolean },
): Promise<"written" | "taken"> {
  const claim = and(eq(portalDomains.id, id), eq(portalDomains.partnerId, partnerId));
  const host = sql`(SELECT host FROM portal_domains WHERE id = ${id} AND status = 'active')`;
  try {
    await db.batch([
      db.update(portalDomains).set(change).where(claim),
      db
        .update(portals)
        .set({ customHost: host })
        .where(and(eq(portals.partnerId, partnerId), sql`custom_host IS NOT ${host}`)),
      ...(consequences.endsSessions ? endSessionsOf(db, portalId) : []),
      ...(consequences.audit ? [auditRow(db, partnerId, consequences.audit)] : []),
    ]);
    return "written";
  } catch (error) {
    if (isTaken(error)) return "taken";
    throw error;
  }
}

/** Frees the host at once, and ends what was begun under it. */
export async function deleteDomain(
  db: Database,
  partnerId: string,
  { id, portalId }: Pick<PortalDomain, "id" | "portalId">,
  audit: Audit,
): Promise<void> {
  await db.batch([
    db.delete(portalDomains).where(and(eq(portalDomains.id, id), eq(portalDomains.partnerId, partnerId))),
    db.update(portals).set({ customHost: null }).where(eq(portals.partnerId, partnerId)),
    ...endSessionsOf(db, portalId),
    auditRow(db, partnerId, audit),
  ]);
}

const endSessionsOf = (db: Database, portalId: string) => [
  db.delete(sessions).where(eq(sessions.realm, `portal:${portalId}`)),
  db.delete(signInChallenges).where(eq(signInChallenges.realm, `portal:${portalId}`)),
];

const isTaken = (error: unknown): boolean =>
  error instanceof Error && (/UNIQUE constraint failed/.test(error.message) || isTaken(error.cause));
