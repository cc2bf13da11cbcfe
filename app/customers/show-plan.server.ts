import { choosePlanAudience } from "../../db/plan-audience.server";
import type { PartnerContext } from "../context.server";
import { findPlanOrRefuse } from "../plans/find-plan.server";
import { endCheckoutsLater } from "../purchases/end-checkouts.server";
import { auditOf } from "./customer-audit.server";
import { findCustomerOrRefuse } from "./find-customer.server";

/** Shows one of the partner's plans to one of their customers, or hides it from them with its open payment pages. */
export async function showPlan(
  context: PartnerContext,
  customerId: string | undefined,
  planId: string | undefined,
  isSeen: boolean,
): Promise<{ customerId: string }> {
  const [customer, plan] = await Promise.all([
    findCustomerOrRefuse(context, customerId),
    findPlanOrRefuse(context, planId),
  ]);
  await choosePlanAudience(
    context.db,
    context.partner.id,
    { customerId: customer.id, planId: plan.id, isSeen },
    auditOf(context, isSeen ? "customer.plan_shown" : "customer.plan_hidden"),
  );
  if (!isSeen) endCheckoutsLater(context, { customerId: customer.id, planId: plan.id });
  return { customerId: customer.id };
}
