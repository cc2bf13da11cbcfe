import { listOwners } from "../../db/members.server";
import type { PartnerContext } from "../context.server";
import { notPermitted } from "../refusals";
import { isPermitted, type Task, whomToAsk } from "./permission";

/** Asked before anything else is looked at, by whatever only an owner may do. Says whom to ask instead. */
export async function requirePermission({ db, partner, member }: PartnerContext, task: Task) {
  if (isPermitted(member.role, task)) return;
  throw notPermitted(whomToAsk(await listOwners(db, partner.id)));
}
