import type { CreditPlan } from "../../db/plans.server";
import type { PlanSales } from "../../db/sales.server";
import { creditsToMicros, formatCredits } from "../credits";
import { formatMoney } from "../money";
import { arrange, type PlanListing } from "./plan-listing";
import { formatNet, type SalesTotal, totalOf } from "./plan-sales";
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

export type SoldPlan = CreditPlan & { sales: SalesTotal };

export const withSales = (plans: readonly CreditPlan[], sales: readonly PlanSales[]): SoldPlan[] =>
  plans.map((plan) => ({ ...plan, sales: totalOf(sales.filter(({ planId }) => planId === plan.id)) }));

/** The list as it was asked for, of plans in the portal's order. */
export function planRows(plans: readonly SoldPlan[], listing: PlanListing, locale: string): PlanRow[] {
  const listed = plans.map((plan, index) => ({
    ...plan,
    sold: plan.sales.sold,
    revenueMinor: plan.sales.netMinor.get(plan.currency) ?? 0,
    place: index + 1,
  }));
  return arrange(listed, listing).map((plan) =>
    planRow(plan, smallestPlan(plans, plan.currency) ?? plan, locale),
  );
}

function planRow(plan: SoldPlan & { place: number }, smallest: CreditPlan, locale: string): PlanRow {
  const { id, name, active, popular, place, sales } = plan;
  return {
    id,
    name,
    credits: formatCredits(creditsToMicros(plan.credits), locale),
    price: formatMoney(plan.priceMinor, plan.currency, locale),
    perCredit: formatPerCredit(plan, locale),
    againstSmallest: id === smallest.id ? "" : perCreditAgainst(plan, smallest),
    sold: sales.sold.toLocaleString(locale),
    soldLately: sales.soldLately.toLocaleString(locale),
    revenue: formatNet(sales, locale),
    active,
    popular,
    place,
  };
}

/** What was sold of plans that are deleted by now, or null for nothing. */
export function deletedSales(
  plans: readonly CreditPlan[],
  sales: readonly PlanSales[],
  locale: string,
): { sold: string; revenue: string } | null {
  const ids = new Set(plans.map(({ id }) => id));
  const total = totalOf(sales.filter(({ planId }) => !ids.has(planId)));
  if (total.sold === 0) return null;
  return { sold: total.sold.toLocaleString(locale), revenue: formatNet(total, locale) };
}
