import { and, asc, eq } from "drizzle-orm";
import type { Database } from "./client.server";
import type { PartnerMember } from "./partners.server";
import { partnerMembers } from "./schema";

/** The owners of a partner, the first one first. */
export async function listOwners(db: Database, partnerId: string): Promise<PartnerMember[]> {
  return db
    .select()
    .from(partnerMembers)
    .where(and(eq(partnerMembers.partnerId, partnerId), eq(partnerMembers.role, "owner")))
    .orderBy(asc(partnerMembers.createdAt));
}
