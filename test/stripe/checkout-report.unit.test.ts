import type Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { failureOf, failureOfPayment, reportOf } from "../../app/stripe/checkout-report";
import { sampleReport } from "../wallet/sample-purchase";

// Stripe's objects have some hundred fields; these are the ones that are read.
const session = (changes: object = {}) =>
  ({
    id: "cs_test_1",
    livemode: false,
    status: "complete",
    payment_status: "paid",
    amount_total: 4900,
    currency: "usd",
    payment_intent: "pi_1",
    metadata: { purchase_id: sampleReport().purchaseId },
    ...changes,
  }) as unknown as Stripe.Checkout.Session;

const paymentError = (changes: object) => changes as unknown as Stripe.PaymentIntent.LastPaymentError;

const report = (changes: object) => reportOf(session(changes), "acct_acme");

test("a paid session is told in the wallet's words", () => {
  expect(report({})).toEqual(sampleReport());
});

test("B7 amount, currency, mode and session are Stripe's, the account is the event's", () => {
  const tampered = session({ amount_total: 100, currency: "jpy", livemode: true, id: "cs_live_2" });

  expect(reportOf(tampered, "acct_evil")).toMatchObject({
    accountId: "acct_evil",
    livemode: true,
    sessionId: "cs_live_2",
    amountMinor: 100,
    currency: "jpy",
  });
});

test.each([null, {}, { purchase_id: "" }, { other: "1" }])(
  "a session with metadata %j was not opened by us",
  (metadata) => {
    expect(report({ metadata })).toBeNull();
  },
);

test("a session without amount, currency or payment is still a report, equal to no purchase", () => {
  expect(report({ amount_total: null, currency: null, payment_intent: null })).toMatchObject({
    amountMinor: 0,
    currency: "",
    paymentIntentId: null,
    failure: null,
  });
});

describe("how the payment stands", () => {
  const intent = (status: string) => ({ payment_intent: { id: "pi_1", status, last_payment_error: null } });

  test.each([
    ["paid", { payment_status: "paid" }],
    ["paid", { payment_status: "paid", status: "expired" }],
    ["paid", { payment_status: "paid", ...intent("requires_payment_method") }],
    ["not_required", { payment_status: "no_payment_required" }],
    ["expired", { payment_status: "unpaid", status: "expired" }],
    ["open", { payment_status: "unpaid", status: "open" }],
    ["open", { payment_status: "unpaid", status: null }],
    ["open", { payment_status: "unpaid", status: "open", ...intent("requires_payment_method") }],
    ["processing", { payment_status: "unpaid", status: "complete" }],
    ["processing", { payment_status: "unpaid", status: "complete", payment_intent: null }],
    ["processing", { payment_status: "unpaid", status: "complete", ...intent("processing") }],
    ["processing", { payment_status: "unpaid", status: "complete", ...intent("succeeded") }],
    ["failed", { payment_status: "unpaid", status: "complete", ...intent("requires_payment_method") }],
    ["failed", { payment_status: "unpaid", status: "complete", ...intent("canceled") }],
  ])("B5 %s: %j", (payment, changes) => {
    expect(report(changes)).toMatchObject({
      payment,
      paymentIntentId: "payment_intent" in changes && !changes.payment_intent ? null : "pi_1",
    });
  });

  test("B6 an expanded payment says why the last try failed", () => {
    const last_payment_error = {
      type: "card_error",
      code: "card_declined",
      message: "Your card was declined.",
    };

    expect(
      report({ payment_intent: { id: "pi_2", status: "requires_payment_method", last_payment_error } }),
    ).toMatchObject({
      paymentIntentId: "pi_2",
      failure: { code: "card_declined", message: "Your card was declined." },
    });
  });
});

describe("why a payment failed", () => {
  test("L87 the most exact code that Stripe gives, and its own sentence", () => {
    const all = {
      decline_code: "insufficient_funds",
      code: "card_declined",
      type: "card_error",
      message: "No funds.",
    };
    const { decline_code: _, ...withoutDecline } = all;

    expect(failureOfPayment(paymentError(all))).toEqual({ code: "insufficient_funds", message: "No funds." });
    expect(failureOfPayment(paymentError(withoutDecline)).code).toBe("card_declined");
    expect(failureOfPayment(paymentError({ type: "api_error" }))).toEqual({
      code: "api_error",
      message: "The payment was declined.",
    });
  });

  test("B19 a failure is never without words", () => {
    expect(failureOf("x", "")).toEqual({ code: "x", message: "The payment was declined." });
    expect(failureOf("x", "Why.")).toEqual({ code: "x", message: "Why." });
  });
});
