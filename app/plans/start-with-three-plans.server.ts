import type { PartnerContext } from "../context.server";
import { createPlan } from "./create-plan.server";
import { starterPlans } from "./pricing-advice/starter-plans";

/**
 * Creates three inactive plans for a partner to change. Each has a form id of its own below the form's, so that
 * a form that is sent twice, or again after it broke off, leaves three.
 */
export async function startWithThreePlans(context: PartnerContext, formId: string): Promise<void> {
  for (const [index, draft] of starterPlans(context.partner.defaultCurrency).entries()) {
    await createPlan(context, draft, `${formId}:${index + 1}`);
  }
}
