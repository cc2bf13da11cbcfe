import { listPlansNeverSoldLive } from "../../db/plans.server";
import type { PartnerContext } from "../context.server";
import { formatPrice } from "../money";
import { deletePlan } from "./delete-plan.server";
import { countSold } from "./plan-sales";

const LOCALE = "en-US";

/** The plans that no real money was ever paid for: the only ones that a clean-up may take away. */
export async function loadTestPlans({ db, partner }: PartnerContext) {
  const plans = await listPlansNeverSoldLive(db, partner.id);
  return plans.map(({ id, name, active, priceMinor, currency, sales }) => {
    const sold = countSold(sales);
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
