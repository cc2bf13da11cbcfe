import type { SoldByCurrency } from "../../db/listed-tables";
import { formatMoney } from "../money";
import { DAY_MS, isoTime } from "../time";

/** "Lately" is today and the 29 days before, as the daily sums count days (UTC). */
const RECENT_DAYS = 30;

export const recentSince = (now: number): string => isoTime(now - (RECENT_DAYS - 1) * DAY_MS).slice(0, 10);

/** How many were sold, in whatever currency. */
export const countSold = (sales: SoldByCurrency): number =>
  Object.values(sales).reduce((sum, { sold }) => sum + sold, 0);

/** How many of them on the day `since` and later. */
export const countSoldSince = (soldByDay: Record<string, number>, since: string): number =>
  Object.entries(soldByDay).reduce((sum, [day, sold]) => (day >= since ? sum + sold : sum), 0);

/** What is left of all sales when those of some plans are taken away. A currency in which nothing is left is not in it. */
export function takeAway(all: SoldByCurrency, plans: readonly { sales: SoldByCurrency }[]): SoldByCurrency {
  const left = Object.entries(all).map(([currency, total]) => {
    const taken = plans.flatMap(({ sales }) => sales[currency] ?? []);
    const rest = {
      sold: taken.reduce((sum, { sold }) => sum - sold, total.sold),
      netMinor: taken.reduce((sum, { netMinor }) => sum - netMinor, total.netMinor),
    };
    return [currency, rest] as const;
  });
  return Object.fromEntries(left.filter(([, { sold, netMinor }]) => sold !== 0 || netMinor !== 0));
}

/** "$147.00", or "$147.00 · €49.00" where there is more than one currency; never added up across them. */
export const formatNet = (sales: SoldByCurrency, locale: string): string =>
  Object.entries(sales)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, { netMinor }]) => formatMoney(netMinor, currency, locale))
    .join(" · ");
