import type { SoldByCurrency } from "../../db/listed-tables";
import type { CreditPlan, ListedPlan } from "../../db/plans.server";
import { creditsToMicros, formatCredits } from "../credits";
import { formatMoney } from "../money";
import { arrange, type PlanListing } from "./plan-listing";
import { countSold, countSoldSince, formatNet, takeAway } from "./plan-sales";
import { formatPerCredit, smallestPlan } from "./pricing";
import { perCreditAgainst } from "./pricing-advice/per-credit";

export interface PlanRow {
  id: string;
  name: string;
  credits: string;
  price: string;
  perCredit: string;
  /** "20 % less" than the smallest plan, or "" for the smallest itself. */
  againstSmallest: string;
  sold: string;
  soldLately: string;
  /** What was paid for it and did not go back, or "" where nobody bought it. */
  revenue: string;
  active: boolean;
  popular: boolean;
  /** Counted from 1, in the portal's order. */
  place: number;
}

/** A plan with how many were sold, in all and lately. */
export type SoldPlan = ListedPlan & { sold: number; soldLately: number };

export const withSold = (plans: readonly ListedPlan[], since: string): SoldPlan[] =>
  plans.map((plan) => ({
    ...plan,
    sold: countSold(plan.sales),
    soldLately: countSoldSince(plan.soldByDay, since),
  }));

/** The list as it was asked for, of plans in the portal's order. */
export function planRows(plans: readonly SoldPlan[], listing: PlanListing, locale: string): PlanRow[] {
  const listed = plans.map((plan, index) => ({
    ...plan,
    revenueMinor: plan.sales[plan.currency]?.netMinor ?? 0,
    place: index + 1,
  }));
  return arrange(listed, listing).map((plan) =>
    planRow(plan, smallestPlan(plans, plan.currency) ?? plan, locale),
  );
}

function planRow(plan: SoldPlan & { place: number }, smallest: CreditPlan, locale: string): PlanRow {
  const { id, name, active, popular, place } = plan;
  return {
    id,
    name,
    credits: formatCredits(creditsToMicros(plan.credits), locale),
    price: formatMoney(plan.priceMinor, plan.currency, locale),
    perCredit: formatPerCredit(plan, locale),
    againstSmallest: id === smallest.id ? "" : perCreditAgainst(plan, smallest),
    sold: plan.sold.toLocaleString(locale),
    soldLately: plan.soldLately.toLocaleString(locale),
    revenue: formatNet(plan.sales, locale),
    active,
    popular,
    place,
  };
}

/** What was sold of plans that are deleted by now, which is what is not of any plan that is there; null for nothing. */
export function deletedSales(
  all: SoldByCurrency,
  plans: readonly ListedPlan[],
  locale: string,
): { sold: string; revenue: string } | null {
  const deleted = takeAway(all, plans);
  const sold = countSold(deleted);
  return sold === 0 ? null : { sold: sold.toLocaleString(locale), revenue: formatNet(deleted, locale) };
}
