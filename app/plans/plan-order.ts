import type { CreditPlan } from "../../db/plans.server";
import type { Partner } from "../../db/portals.server";
import { comparePrices } from "./pricing";

export type PlanOrder = Partner["planOrder"];

export const PLAN_ORDER_LABEL: Record<PlanOrder, string> = {
  dearest_first: "Most expensive first",
  cheapest_first: "Cheapest first",
  custom: "My own order",
};

export const isPlanOrder = (text: string): text is PlanOrder => Object.hasOwn(PLAN_ORDER_LABEL, text);

/** Plans as the portal shows them, and the list as long as it is sorted by nothing else. */
export function inPortalOrder<P extends Pick<CreditPlan, "id" | "priceMinor" | "currency" | "sortOrder">>(
  plans: readonly P[],
  order: PlanOrder,
): P[] {
  return plans.toSorted((a, b) => compare(a, b, order) || (a.id < b.id ? -1 : 1));
}

type Placed = Pick<CreditPlan, "priceMinor" | "currency" | "sortOrder">;

function compare(a: Placed, b: Placed, order: PlanOrder): number {
  const dearestFirst = comparePrices(b, a);
  switch (order) {
    case "dearest_first":
      return dearestFirst;
    case "cheapest_first":
      return -dearestFirst;
    case "custom":
      return placeOf(a) - placeOf(b) || dearestFirst;
  }
}

/** A plan that was never moved comes last. */
const placeOf = ({ sortOrder }: Placed) => sortOrder ?? Number.MAX_SAFE_INTEGER;
