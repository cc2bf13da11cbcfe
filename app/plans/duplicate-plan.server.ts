import { type CreditPlan, findPlanIdByForm } from "../../db/plans.server";
import type { PartnerContext } from "../context.server";
import { invariant } from "../errors";
import { copiedName } from "./copied-name";
import { createPlan } from "./create-plan.server";
import { findPlanOrRefuse } from "./find-plan.server";
import type { PlanDraft } from "./plan";

/**
 * Makes a copy of a plan that is on offer nowhere yet, and answers its id. A form that is sent twice makes one copy;
 * its id goes with the plan's, because one page has the buttons of many plans.
 */
export async function duplicatePlan(
  context: PartnerContext,
  planId: string | undefined,
  formId: string,
): Promise<string> {
  const plan = await findPlanOrRefuse(context, planId);
  const copyFormId = `${formId}:${plan.id}`;
  await createPlan(context, copyOf(plan), copyFormId);
  const copyId = await findPlanIdByForm(context.db, context.partner.id, copyFormId);
  invariant(copyId, `The copy of ${plan.id} was written and is not there`);
  return copyId;
}

const copyOf = ({
  name,
  credits,
  priceMinor,
  currency,
  unitCostMinorPer1000,
  description,
  audience,
}: CreditPlan): PlanDraft => ({
  name: copiedName(name),
  credits,
  priceMinor,
  currency,
  unitCostMinorPer1000,
  description,
  active: false,
  popular: false,
  audience,
});
