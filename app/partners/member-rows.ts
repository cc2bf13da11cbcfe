import type { PartnerMember } from "../../db/partners.server";
import { describeMoment } from "../time";

const LOCALE = "en-US";

export const ROLE_LABEL = { owner: "Owner", member: "Member" } as const;

/** Somebody of the team as the list shows them. */
export const memberRow = (member: PartnerMember, selfId: string, now: number) => ({
  id: member.id,
  name: member.name || member.email,
  email: member.email,
  role: member.role,
  isSelf: member.id === selfId,
  invited: member.invitedAt === null ? null : describeMoment(member.invitedAt, now, LOCALE),
  since: describeMoment(member.createdAt, now, LOCALE),
});

export type MemberRow = ReturnType<typeof memberRow>;
