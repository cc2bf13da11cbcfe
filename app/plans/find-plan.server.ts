import { findPlan, type ListedPlan } from "../../db/plans.server";
import type { PartnerContext } from "../context.server";
import { notFound } from "../refusals";

/** A plan of this partner. What was deleted, and what is another's, is nowhere to be found. */
export async function findPlanOrRefuse(
  { db, partner }: PartnerContext,
  planId: string | undefined,
): Promise<ListedPlan> {
  const plan = planId ? await findPlan(db, partner.id, planId) : null;
  if (!plan) throw notFound();
  return plan;
}
