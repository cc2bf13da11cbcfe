import { listOwners } from "../../db/members.server";
import type { PartnerContext } from "../context.server";
import { notPermitted } from "../refusals";
import { isPermitted, type Task } from "./permission";

/** Asked before anything else is looked at, by whatever only an owner may do. Says whom to ask instead. */
export async function requirePermission({ db, partner, member }: PartnerContext, task: Task) {
  if (isPermitted(member.role, task)) return;
  const owners = await listOwners(db, partner.id);
  throw notPermitted(owners.map(({ name, email }) => `${name} (${email})`));
}
