import type { Evidence, Invariant, Row } from "../evidence";
import { type CreditedPurchase, creditedPurchases } from "../returned-money";

const COUNTS = ["sold", "returned", "gross_minor", "refunded_minor", "disputed_minor"] as const;
type Count = (typeof COUNTS)[number];
type Counts = Record<Count, number>;

/** Sums that the product keeps, and what each purchase must count for in them. */
interface Sums {
  counts: readonly Count[];
  rows: Row[];
  nameOfRow: (row: Row) => string;
  nameOfPurchase: (purchase: CreditedPurchase["purchase"]) => string;
}

const countsOf = ({ paidMinor, refundedMinor, disputedMinor }: CreditedPurchase): Counts => ({
  sold: 1,
  returned: refundedMinor + disputedMinor >= paidMinor ? 1 : 0,
  gross_minor: paidMinor,
  refunded_minor: refundedMinor,
  disputed_minor: disputedMinor,
});

const salesByDayAddUp: Invariant = {
  name: "I9 sales by day add up to what Stripe was paid and gave back",
  broken: (evidence) =>
    disagreements(evidence, {
      counts: COUNTS,
      rows: evidence.database.sales_by_day,
      nameOfRow: (row) => String(row.plan_id),
      nameOfPurchase: (purchase) => purchase.plan_id,
    }),
};

const salesByCustomerAddUp: Invariant = {
  name: "I9 sales by customer add up to what Stripe was paid and gave back",
  broken: (evidence) =>
    disagreements(evidence, {
      counts: COUNTS.filter((count) => count !== "returned"),
      rows: evidence.database.sales_by_customer,
      nameOfRow: (row) => `${row.customer_id} ${row.currency}`,
      nameOfPurchase: (purchase) => `${purchase.customer_id} ${purchase.currency}`,
    }),
};

function disagreements(evidence: Evidence, { counts, rows, nameOfRow, nameOfPurchase }: Sums): string[] {
  const read = (row: Partial<Record<Count, unknown>>) => counts.map((count) => Number(row[count] ?? 0));
  const atStripe = totals(
    creditedPurchases(evidence).map((credited) => [
      nameOfPurchase(credited.purchase),
      read(countsOf(credited)),
    ]),
  );
  const counted = totals(rows.map((row) => [nameOfRow(row), read(row)]));
  const nothing = read({});
  return [...new Set([...atStripe.keys(), ...counted.keys()])].flatMap((name) => {
    const [owed, found] = [atStripe.get(name) ?? nothing, counted.get(name) ?? nothing];
    return owed.join() === found.join()
      ? []
      : [`${name}: of ${counts.join(", ")} Stripe says ${owed.join(", ")}, counted is ${found.join(", ")}`];
  });
}

function totals(parts: [string, number[]][]): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const [name, part] of parts) {
    const sum = sums.get(name);
    sums.set(
      name,
      part.map((value, at) => value + (sum?.[at] ?? 0)),
    );
  }
  return sums;
}

export const SALES: Invariant[] = [salesByDayAddUp, salesByCustomerAddUp];
