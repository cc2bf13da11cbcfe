import { expect, test } from "vitest";
import { saleRow } from "../../app/purchases/sale-rows";
import { formatExactTime, HOUR_MS } from "../../app/time";
import type { ListedPurchase } from "../../db/sales.server";
import { NOW } from "../sample-time";
import { projectedPurchase } from "./sample-projection";

const SHOWN = { customerEmail: "ana@customer.test", caseDueMicros: null, caseOpenedAt: null };

const row = (purchase: Partial<ListedPurchase>, receiptStatus: ListedPurchase["receiptStatus"] = null) =>
  saleRow(
    { ...projectedPurchase(), ...SHOWN, ...purchase, receiptStatus },
    "https://api.stripe.com",
    NOW + HOUR_MS,
  );

test("L94 the partner reads who bought what, for how much, and what became of it", () => {
  expect(row({}, "sent")).toEqual({
    id: "purchase_01k9zx3m8ye4rtqf5c6h7j8k9m",
    customer: "ana@customer.test",
    customerId: "customer_ana",
    plan: "Starter Pack",
    amount: "$49.00",
    credits: "1,000",
    status: { label: "Credited", tone: "success", reason: null },
    receipt: "Sent",
    stripeUrl: null,
    date: {
      iso: "2026-11-22T18:12:00.000Z",
      relative: "1 hour ago",
      exact: formatExactTime(NOW, "en-US"),
    },
  });
});

test("B14 a sale in yen is shown in yen", () => {
  expect(row({ currency: "jpy", priceMinor: 4_900 }).amount).toBe("¥4,900");
});

test.each([
  ["created", "Started", "neutral"],
  ["open", "Waiting for payment", "neutral"],
  ["processing", "Processing", "warning"],
  ["credited", "Credited", "success"],
  ["failed", "Failed", "danger"],
  ["expired", "Expired", "neutral"],
  ["quarantined", "Needs a look", "danger"],
] as const)("a purchase that is %s reads %j", (state, label, tone) => {
  expect(row({ state }).status).toEqual({ label, tone, reason: null });
});

test.each([
  [{ refundedMinor: 1_000 }, "Partially refunded", "warning", "$10.00 went back"],
  [{ refundedMinor: 4_900 }, "Refunded", "warning", null],
  [{ disputedMinor: 4_900 }, "Disputed", "danger", null],
] as const)("L108 a sale with %j went back reads %j", (money, label, tone, reason) => {
  expect(row(money).status).toEqual({ label, tone, reason });
});

test("L90 a failed attempt says why", () => {
  expect(row({ state: "failed", failureMessage: "Your card was declined." }).status).toEqual({
    label: "Failed",
    tone: "danger",
    reason: "Your card was declined.",
  });
});

test.each([
  ["queued", "On its way"],
  ["sent", "Sent"],
  ["failed", "Not sent"],
  ["suppressed", "Not sent: e-mail not configured"],
  [null, "–"],
] as const)("L85 a receipt that is %s reads %j", (status, text) => {
  expect(row({}, status).receipt).toBe(text);
});

test("the payment of a sale is opened on the account that took it, in the mode that it was paid in", () => {
  const paid = { paymentIntentId: "pi_1", accountId: "acct_1" };
  const stripe = "https://dashboard.stripe.com/acct_1";
  expect(row({ ...paid, livemode: true }).stripeUrl).toBe(`${stripe}/payments/pi_1`);
  expect(row({ ...paid, livemode: false }).stripeUrl).toBe(`${stripe}/test/payments/pi_1`);
});
