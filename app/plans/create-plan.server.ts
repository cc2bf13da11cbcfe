import { insertPlan } from "../../db/plans.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { requireSeller } from "../partners/require-seller";
import type { PlanDraft } from "./plan";

/**
 * Puts a plan on offer. The form's id makes a double click one plan: false says that it was there already.
 * Throws the refusal of whatever gate is closed.
 */
export async function createPlan(
  context: PartnerContext,
  draft: PlanDraft,
  formId: string,
): Promise<boolean> {
  const { partner } = requireSeller(context.partner, context.account);
  const now = context.now();
  const plan = { ...draft, id: newId("plan"), formId, createdAt: now };
  return insertPlan(context.db, partner.id, plan, {
    id: newId("audit"),
    actorType: "member",
    actorId: context.member.id,
    action: "plan.created",
    objectId: plan.id,
    after: { ...draft },
    at: now,
  });
}
