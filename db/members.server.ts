import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "./client.server";
import type { PartnerMember } from "./partners.server";
import { partnerMembers } from "./schema";

/** Everybody who works for a partner or is invited to, the first one first. A team is small: it is read as a whole. */
export async function listMembers(db: Database, partnerId: string): Promise<PartnerMember[]> {
  return db
    .select()
    .from(partnerMembers)
    .where(eq(partnerMembers.partnerId, partnerId))
    .orderBy(asc(partnerMembers.createdAt), asc(partnerMembers.id));
}

/** The owners of a partner who have come, the first one first. */
export async function listOwners(db: Database, partnerId: string): Promise<PartnerMember[]> {
  return db
    .select()
    .from(partnerMembers)
    .where(
      and(
        eq(partnerMembers.partnerId, partnerId),
        eq(partnerMembers.role, "owner"),
        isNull(partnerMembers.invitedAt),
      ),
    )
    .orderBy(asc(partnerMembers.createdAt), asc(partnerMembers.id));
}

export async function findMember(
  db: Database,
  partnerId: string,
  memberId: string,
): Promise<PartnerMember | null> {
  const row = await db
    .select()
    .from(partnerMembers)
    .where(and(eq(partnerMembers.partnerId, partnerId), eq(partnerMembers.id, memberId)))
    .get();
  return row ?? null;
}
