import type { CustomerAudit } from "../../db/customer-changes.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";

export const auditOf = ({ member, now }: PartnerContext, action: string): CustomerAudit => ({
  id: newId("audit"),
  actorId: member.id,
  action,
  at: now(),
});
