import { listPlansNeverSoldLive } from "../../db/plans.server";
import { readPlanSales } from "../../db/sales.server";
import type { PartnerContext } from "../context.server";
import { formatPrice } from "../money";
import { deletePlan } from "./delete-plan.server";
import { recentSince, totalOf } from "./plan-sales";

const LOCALE = "en-US";

/** The plans that no real money was ever paid for: the only ones that a clean-up may take away. */
export async function loadTestPlans({ db, partner, now }: PartnerContext) {
  const [plans, sales] = await Promise.all([
    listPlansNeverSoldLive(db, partner.id),
    readPlanSales(db, partner.id, recentSince(now())),
  ]);
  return plans.map(({ id, name, active, priceMinor, currency }) => {
    const { sold } = totalOf(sales.filter(({ planId }) => planId === id));
    const price = formatPrice(priceMinor, currency, LOCALE);
    return { id, name, active, price, sold: sold.toLocaleString(LOCALE), isSold: sold > 0 };
  });
}

/**
 * Deletes those of the chosen plans that may be; what is not among them, or is gone already, stays as it is. Answers
 * how many it were.
 */
export async function cleanUpPlans(context: PartnerContext, chosen: readonly string[]): Promise<number> {
  const plans = await listPlansNeverSoldLive(context.db, context.partner.id);
  const going = plans.filter(({ id }) => chosen.includes(id));
  for (const { id } of going) await deletePlan(context, id);
  return going.length;
}
