import { expect, test } from "vitest";
import { ENGLISH } from "../../app/i18n/wording";
import { anotherPurchase } from "../../app/purchases/another-purchase";
import { purchaseStatus } from "../../app/purchases/purchase-status";
import type { Purchase } from "../../app/wallet/purchase";
import type { PurchaseStanding } from "../../app/wallet/results";
import { STATES, samplePurchase } from "../wallet/sample-purchase";

const statusOf = (changes: Partial<Purchase>, money: Partial<PurchaseStanding["money"]> = {}) =>
  purchaseStatus(
    { purchase: samplePurchase(changes), money: { refundedMinor: 0, disputedMinor: 0, ...money } },
    ENGLISH,
  );

test.each([
  ["created", "Waiting", "Not paid"],
  ["open", "Waiting", "Not paid"],
  ["processing", "Processing", "still confirming"],
  ["credited", "Credited", "Paid, and the credits were added."],
  ["failed", "Failed", "No credits were added."],
  ["expired", "Expired", "Nothing was charged"],
  ["quarantined", "Being checked", "No credits were added yet."],
] as const)("a purchase that is %s is called %s", (state, label, words) => {
  expect(statusOf({ state })).toMatchObject({ label, text: expect.stringContaining(words) });
});

test("a declined card is told while Stripe's page is still open", () => {
  expect(statusOf({ failureCode: "card_declined", failureMessage: "Your card was declined." }).text).toBe(
    "Your card was declined. Nothing was charged and no credits were added.",
  );
});

test.each([
  [{ refundedMinor: 4_900 }, "Refunded", "$49.00 went back to you."],
  [{ refundedMinor: 4_899 }, "Partially refunded", "$48.99 of $49.00 went back to you."],
  [{ disputedMinor: 4_900 }, "Disputed", "$49.00 went back to you through your bank."],
  [{ refundedMinor: 1_000, disputedMinor: 3_900 }, "Disputed", "$49.00 went back to you through your bank."],
])("money that went back comes before anything else: %j", (money, label, text) => {
  for (const state of ["credited", "quarantined"] as const) {
    expect(statusOf({ state }, money)).toMatchObject({ label, text });
  }
});

test("what went back is measured by what was paid, where that differs from the price", () => {
  expect(statusOf({ state: "credited", paidMinor: 1_000 }, { refundedMinor: 1_000 }).label).toBe("Refunded");
});

test("B24 the question names the plan, whatever has become of the first purchase", () => {
  for (const state of STATES) {
    const { text } = anotherPurchase(samplePurchase({ state }), ENGLISH);
    expect(text).toMatch(/Starter Pack.*Buy (another|again)\?$/);
  }
});

test("B24 only a purchase that ended is called ended, and only a credited one credited", () => {
  const about = (words: string) =>
    STATES.filter((state) => anotherPurchase(samplePurchase({ state }), ENGLISH).text.includes(words));
  expect(about("ended without credits")).toEqual(["failed", "expired"]);
  expect(about("1,000 credits went to your balance")).toEqual(["credited"]);
  expect(about("still being confirmed")).toEqual(["created", "open", "processing"]);
});
