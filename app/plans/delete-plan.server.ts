import { markPlanDeleted } from "../../db/plan-changes.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { endCheckoutsLater } from "../purchases/end-checkouts.server";
import { notFound } from "../refusals";

/** Takes a plan away for good, with its open checkouts. What was bought of it stays as it is. */
export async function deletePlan(context: PartnerContext, planId: string | undefined): Promise<void> {
  const { db, partner, member, now } = context;
  const audit = { id: newId("audit"), actorId: member.id, action: "plan.deleted", after: null, at: now() };
  if (!planId || !(await markPlanDeleted(db, partner.id, planId, audit))) throw notFound();
  endCheckoutsLater(context, { planId });
}
