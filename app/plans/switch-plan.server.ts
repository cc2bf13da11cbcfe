import { type PlanAudit, switchActive, switchPopular } from "../../db/plan-changes.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { requireSeller } from "../partners/require-seller";
import { endCheckoutsLater } from "../purchases/end-checkouts.server";
import { switchUnclear } from "../refusals";
import { findPlanOrRefuse } from "./find-plan.server";

/** What a switch was set to. It says where it goes and not "the other way", so that a double click is one. */
export function readSwitch(form: FormData): boolean {
  const to = form.get("to");
  if (to !== "on" && to !== "off") throw switchUnclear();
  return to === "on";
}

/** Puts a plan on offer, if the gates are open, or takes it off with its open checkouts, whatever the gates say. */
export async function switchPlanActive(
  context: PartnerContext,
  planId: string | undefined,
  to: boolean,
): Promise<{ planId: string }> {
  const { id } = await findPlanOrRefuse(context, planId);
  if (to) requireSeller(context.partner, context.account);
  const audit = auditOf(context, to ? "plan.activated" : "plan.deactivated", { active: to });
  await switchActive(context.db, context.partner.id, id, to, audit);
  if (!to) endCheckoutsLater(context, { planId: id });
  return { planId: id };
}

/** Gives a plan the badge or takes it off; `movedFrom` is the plan that had it until now. */
export async function switchPlanPopular(
  context: PartnerContext,
  planId: string | undefined,
  to: boolean,
): Promise<{ planId: string; movedFrom: string | null }> {
  const { id } = await findPlanOrRefuse(context, planId);
  const action = to ? "plan.made_popular" : "plan.made_ordinary";
  const audit = auditOf(context, action, { popularPlanId: to ? id : null });
  const hadIt = await switchPopular(context.db, context.partner.id, id, to, audit);
  return { planId: id, movedFrom: to ? hadIt : null };
}

const auditOf = (
  { member, now }: PartnerContext,
  action: string,
  after: Record<string, unknown>,
): PlanAudit => ({ id: newId("audit"), actorId: member.id, action, after, at: now() });
