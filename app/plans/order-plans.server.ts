import { placePlan, writePlanOrder } from "../../db/plan-order.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { orderUnclear, placeUnclear } from "../refusals";
import { findPlanOrRefuse } from "./find-plan.server";
import { isPlanOrder } from "./plan-order";

/** Chooses in which order the portal shows the plans, from the next request on. */
export async function choosePlanOrder(context: PartnerContext, form: FormData): Promise<void> {
  const { db, partner, member, now } = context;
  const order = String(form.get("order"));
  if (!isPlanOrder(order)) throw orderUnclear();
  if (order === partner.planOrder) return;
  await writePlanOrder(db, partner.id, order, {
    id: newId("audit"),
    actorId: member.id,
    action: "partner.plan_order_changed",
    before: { planOrder: partner.planOrder },
    after: { planOrder: order },
    at: now(),
  });
}

const PLACE = /^[1-9]\d{0,5}$/;

/**
 * Moves a plan in the partner's own order. The form says to which place and not "one up", so that a double click
 * is one move.
 */
export async function movePlan(
  context: PartnerContext,
  planId: string | undefined,
  form: FormData,
): Promise<{ planId: string }> {
  const place = String(form.get("place"));
  if (!PLACE.test(place)) throw placeUnclear();
  const { id } = await findPlanOrRefuse(context, planId);
  const { db, partner, member, now } = context;
  await placePlan(db, partner.id, id, Number(place), {
    id: newId("audit"),
    actorId: member.id,
    action: "plan.moved",
    after: { place: Number(place) },
    at: now(),
  });
  return { planId: id };
}
