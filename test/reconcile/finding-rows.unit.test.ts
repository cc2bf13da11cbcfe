import { expect, test } from "vitest";
import { type Finding, isRepairable } from "../../app/reconcile/finding";
import { findingRow } from "../../app/reconcile/finding-rows";
import { parseDays } from "../../app/reconcile/reconcile-form";

const findingOf = (changes: Partial<Finding> = {}): Finding => ({
  kind: "paid_not_credited",
  id: "cs_test_1",
  paymentIntentId: "pi_1",
  purchaseId: "purchase_1",
  customerId: "customer_1",
  amountMinor: 4_900,
  currency: "usd",
  agreed: { priceMinor: 4_900, currency: "usd", creditsMicros: 1_000_000_000 },
  outcome: null,
  ...changes,
});

test.each([
  [findingOf(), "repair", "Stripe received $49.00, as agreed, and no credits were added."],
  [
    findingOf({ kind: "reversal_not_recorded", id: "re_1", amountMinor: 490 }),
    "repair",
    "A refund of $4.90 at Stripe was not recorded here.",
  ],
  [
    findingOf({ kind: "reversal_not_recorded", id: "du_1", currency: "jpy" }),
    "repair",
    "A dispute of ¥4,900 at Stripe was not recorded here.",
  ],
  [
    findingOf({ kind: "amount_differs", amountMinor: 100, currency: "eur" }),
    "release",
    "Stripe received €1.00; agreed was $49.00 for 1,000 credits.",
  ],
  [
    findingOf({ kind: "credited_not_paid", amountMinor: null }),
    "look",
    "1,000 credits for $49.00 were added, and Stripe does not call the checkout paid.",
  ],
  [
    findingOf({ kind: "unknown_payment", purchaseId: null, customerId: null, agreed: null }),
    "look",
    "Stripe received $49.00 for a purchase that is not known here. No credits were added.",
  ],
])("%o", (finding, remedy, text) => {
  expect(findingRow(finding, null)).toMatchObject({ remedy, text });
  expect(isRepairable(finding)).toBe(remedy === "repair");
});

test("what was repaired is not repaired again, and says what was done", () => {
  const repaired = findingOf({ outcome: "Credited 1,000 credits." });
  expect(isRepairable(repaired)).toBe(false);
  expect(findingRow(repaired, "ana@customer.test")).toMatchObject({
    remedy: "done",
    outcome: "Credited 1,000 credits.",
    customer: { id: "customer_1", email: "ana@customer.test" },
  });
});

test.each([
  ["1", 1],
  [" 30 ", 30],
  ["07", 7],
  ["0", null],
  ["31", null],
  ["-3", null],
  ["3.5", null],
  ["1e1", null],
  ["", null],
])("%j as days is %s", (typed, days) => {
  expect(parseDays(typed)).toBe(days);
});
