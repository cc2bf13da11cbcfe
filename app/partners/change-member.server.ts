import { deleteMember, writeRole } from "../../db/member-changes.server";
import { findMember } from "../../db/members.server";
import type { PartnerMember } from "../../db/partners.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { lastOwner, notFound } from "../refusals";
import type { Role } from "./permission";

export async function findMemberOrRefuse(
  { db, partner }: PartnerContext,
  memberId = "",
): Promise<PartnerMember> {
  const found = await findMember(db, partner.id, memberId);
  if (!found) throw notFound();
  return found;
}

/** Makes somebody an owner or a member. The last owner stays one. */
export async function changeRole(context: PartnerContext, memberId: string, role: Role): Promise<void> {
  const { db, partner } = context;
  if (await writeRole(db, partner.id, memberId, role, auditOf(context))) return;
  const found = await findMemberOrRefuse(context, memberId);
  if (found.role !== role) throw lastOwner();
}

/** Takes somebody off the team, or their invitation back. Their sessions end with it; the last owner stays. */
export async function removeMember(context: PartnerContext, memberId: string): Promise<void> {
  const { db, partner } = context;
  if (await deleteMember(db, partner.id, memberId, auditOf(context))) return;
  await findMemberOrRefuse(context, memberId);
  throw lastOwner();
}

const auditOf = ({ member, now }: PartnerContext) => ({
  id: newId("audit"),
  actorId: member.id,
  at: now(),
});
