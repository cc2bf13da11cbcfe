import { updatePlan } from "../../db/plan-changes.server";
import type { CreditPlan } from "../../db/plans.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { requireSeller } from "../partners/require-seller";
import { endCheckoutsLater } from "../purchases/end-checkouts.server";
import { findPlanOrRefuse } from "./find-plan.server";
import type { PlanDraft } from "./plan";
import { saysTheSame, stampOf } from "./plan-edit";

export type PlanEdit =
  | { outcome: "saved" | "unchanged" }
  | { outcome: "changed_meanwhile"; stored: CreditPlan };

/**
 * Writes a plan's next version. `stamp` says what the form was filled from; where the plan has changed since,
 * nothing is written. Only a plan that goes on offer needs an open gate; its refusal is thrown.
 */
export async function editPlan(
  context: PartnerContext,
  stored: CreditPlan,
  draft: PlanDraft,
  stamp: string,
): Promise<PlanEdit> {
  if (saysTheSame(stored, draft)) return { outcome: "unchanged" };
  if (stampOf(stored) !== stamp) return { outcome: "changed_meanwhile", stored };
  if (draft.active && !stored.active) requireSeller(context.partner, context.account);

  const isWritten = await updatePlan(context.db, context.partner.id, stored, draft, {
    id: newId("audit"),
    actorId: context.member.id,
    action: "plan.updated",
    after: { ...draft },
    at: context.now(),
  });
  if (isWritten) {
    if (isForFewer(stored, draft)) endCheckoutsLater(context, { planId: stored.id });
    return { outcome: "saved" };
  }

  // The same form sent twice at once: what the other one wrote is what this one asks for.
  const now = await findPlanOrRefuse(context, stored.id);
  return saysTheSame(now, draft) ? { outcome: "saved" } : { outcome: "changed_meanwhile", stored: now };
}

const isForFewer = (stored: CreditPlan, draft: PlanDraft): boolean =>
  (stored.active && !draft.active) || stored.audience !== draft.audience;
