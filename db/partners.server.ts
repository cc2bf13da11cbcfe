import { and, eq, gt } from "drizzle-orm";
import type { Database } from "./client.server";
import type { ConnectedAccount, Partner } from "./portals.server";
import { auditLog, connectedAccounts, partnerMembers, partners, sessions } from "./schema";
import type { Session } from "./sessions.server";

export type PartnerMember = typeof partnerMembers.$inferSelect;

/** The member whose session this is, with the partner and its Stripe account, in one query. */
export async function findSignedInMember(
  db: Database,
  tokenHash: string,
  now: number,
): Promise<{
  member: PartnerMember;
  partner: Partner;
  account: ConnectedAccount | null;
  session: Session;
} | null> {
  const row = await db
    .select({
      member: partnerMembers,
      partner: partners,
      account: connectedAccounts,
      session: sessions,
    })
    .from(sessions)
    .innerJoin(partnerMembers, eq(partnerMembers.id, sessions.subjectId))
    .innerJoin(partners, eq(partners.id, partnerMembers.partnerId))
    .leftJoin(connectedAccounts, eq(connectedAccounts.partnerId, partners.id))
    .where(
      and(eq(sessions.tokenHash, tokenHash), eq(sessions.realm, "platform"), gt(sessions.expiresAt, now)),
    )
    .get();
  return row ?? null;
}

export async function findPartner(db: Database, partnerId: string): Promise<Partner | null> {
  return (await db.select().from(partners).where(eq(partners.id, partnerId)).get()) ?? null;
}

/** The partner who comes behind this one by id; null behind the last. */
export async function findNextPartnerId(db: Database, partnerId: string): Promise<string | null> {
  const next = db.select({ id: partners.id }).from(partners).where(gt(partners.id, partnerId));
  return (await next.orderBy(partners.id).limit(1).get())?.id ?? null;
}

/** Puts a partner on a tier, together with its audit row. */
export async function writeTier(
  db: Database,
  partnerId: string,
  tier: Pick<Partner, "tier" | "platformFeeBps">,
  audit: Omit<typeof auditLog.$inferInsert, "partnerId">,
): Promise<void> {
  await db.batch([
    db.update(partners).set(tier).where(eq(partners.id, partnerId)),
    db.insert(auditLog).values({ ...audit, partnerId }),
  ]);
}
