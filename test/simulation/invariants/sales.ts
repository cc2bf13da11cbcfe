import type { Invariant, Row } from "../evidence";
import { type CreditedPurchase, creditedPurchases } from "../returned-money";

type Counts = Record<"sold" | "returned" | "gross_minor" | "refunded_minor" | "disputed_minor", number>;

const NONE: Counts = { sold: 0, returned: 0, gross_minor: 0, refunded_minor: 0, disputed_minor: 0 };

const countsOf = ({ paidMinor, refundedMinor, disputedMinor }: CreditedPurchase): Counts => ({
  sold: 1,
  returned: refundedMinor + disputedMinor >= paidMinor ? 1 : 0,
  gross_minor: paidMinor,
  refunded_minor: refundedMinor,
  disputed_minor: disputedMinor,
});

const salesByDayAddUp: Invariant = {
  name: "I9 sales by day add up to what Stripe was paid and gave back",
  broken(evidence) {
    const atStripe = totals(
      creditedPurchases(evidence).map((credited) => [credited.purchase.plan_id, countsOf(credited)]),
    );
    const counted = totals(evidence.database.sales_by_day.map((row) => [String(row.plan_id), asCounts(row)]));
    return [...new Set([...atStripe.keys(), ...counted.keys()])].flatMap((plan) => {
      const [owed, found] = [atStripe.get(plan) ?? NONE, counted.get(plan) ?? NONE];
      return JSON.stringify(owed) === JSON.stringify(found)
        ? []
        : [`${plan}: Stripe says ${JSON.stringify(owed)}, counted is ${JSON.stringify(found)}`];
    });
  },
};

const asCounts = (row: Row): Counts => mapCounts((count) => Number(row[count]));

function totals(parts: [string, Counts][]): Map<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const [plan, part] of parts) {
    const sum = sums.get(plan) ?? NONE;
    sums.set(
      plan,
      mapCounts((count) => sum[count] + part[count]),
    );
  }
  return sums;
}

const mapCounts = (value: (count: keyof Counts) => number): Counts =>
  Object.fromEntries(
    Object.keys(NONE).map((count) => [count, value(count as keyof Counts)]),
  ) as unknown as Counts;

export const SALES: Invariant[] = [salesByDayAddUp];
