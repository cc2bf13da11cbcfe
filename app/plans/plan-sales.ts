import type { PlanSales } from "../../db/sales.server";
import { formatMoney } from "../money";
import { DAY_MS, isoTime } from "../time";

/** "Lately" is today and the 29 days before, as the daily sums count days (UTC). */
export const RECENT_DAYS = 30;

export const recentSince = (now: number): string => isoTime(now - (RECENT_DAYS - 1) * DAY_MS).slice(0, 10);

/** Adds up what was sold, the money by currency. */
export interface SalesTotal {
  sold: number;
  soldLately: number;
  netMinor: Map<string, number>;
}

export function totalOf(sales: readonly PlanSales[]): SalesTotal {
  const total: SalesTotal = { sold: 0, soldLately: 0, netMinor: new Map() };
  for (const { sold, soldLately, currency, netMinor } of sales) {
    total.sold += sold;
    total.soldLately += soldLately;
    total.netMinor.set(currency, (total.netMinor.get(currency) ?? 0) + netMinor);
  }
  return total;
}

/** "$147.00", or "$147.00 · €49.00" where there is more than one currency; never added up across them. */
export const formatNet = ({ netMinor }: SalesTotal, locale: string): string =>
  [...netMinor].map(([currency, minor]) => formatMoney(minor, currency, locale)).join(" · ");
