import { describe, expect, test } from "vitest";
import {
  bindTo,
  type CheckoutReport,
  decideSettlement,
  foreignness,
  isSameIntent,
  type Purchase,
  type PurchaseState,
  purchaseKey,
} from "../../app/wallet/purchase";
import { PAYMENTS, STATES, samplePurchase, sampleReport } from "./sample-purchase";

const DECLINE = { code: "card_declined", message: "Your card was declined." };

const decide = (purchase: Partial<Purchase>, report: Partial<CheckoutReport>) =>
  decideSettlement(samplePurchase(purchase), sampleReport(report));

describe("a payment as agreed", () => {
  test.each<PurchaseState>(["created", "open", "processing", "failed", "expired"])(
    "L102 paid, equal in all it can be compared by: a purchase that is %s is credited",
    (state) => {
      expect(decide({ state }, {})).toEqual({ outcome: "credit" });
    },
  );

  test("B1 paid again is no second credit", () => {
    expect(decide({ state: "credited" }, {})).toEqual({ outcome: "already_credited" });
  });

  test("a session that could not be written down in time is recognised by what was agreed", () => {
    expect(decide({ state: "created", checkoutSessionId: null, checkoutUrl: null }, {})).toEqual({
      outcome: "credit",
    });
  });
});

describe("a payment that is not as agreed", () => {
  test.each<[string, Partial<CheckoutReport>, string]>([
    ["another amount", { amountMinor: 100 }, "paid 100, expected 4900"],
    ["more than agreed", { amountMinor: 4901 }, "paid 4901, expected 4900"],
    ["another currency", { currency: "jpy" }, "paid in jpy, agreed was usd"],
    [
      "nothing to pay",
      { payment: "not_required", amountMinor: 0 },
      "Stripe completed the checkout without a payment",
    ],
  ])("B7 L104 %s: a person decides, no credits", (_, report, reason) => {
    expect(decide({}, report)).toEqual({ outcome: "quarantine", reason });
  });

  test("once set aside it stays aside, whatever is reported later", () => {
    for (const payment of PAYMENTS) {
      expect(
        decide({ state: "quarantined", failureMessage: "paid 100, expected 4900" }, { payment }),
      ).toEqual({
        outcome: "quarantine",
        reason: "paid 100, expected 4900",
      });
    }
    expect(decide({ state: "quarantined" }, {})).toEqual({ outcome: "quarantine", reason: "" });
  });
});

describe("a report about something else", () => {
  test.each<[string, Partial<CheckoutReport>, string]>([
    [
      "another account",
      { accountId: "acct_evil" },
      "the event is of account acct_evil, the purchase of another",
    ],
    ["the platform itself", { accountId: "" }, "the event is of account (platform), the purchase of another"],
    ["live money for a test purchase", { livemode: true }, "a live event for a test purchase"],
    [
      "another session",
      { sessionId: "cs_test_2" },
      "session cs_test_2 is not the one that this purchase opened",
    ],
  ])("L104 %s is refused", (_, report, reason) => {
    expect(decide({}, report)).toEqual({ outcome: "refuse", reason });
  });

  test("L104 test money never pays for a live purchase", () => {
    expect(decide({ livemode: true }, {})).toEqual({
      outcome: "refuse",
      reason: "a test event for a live purchase",
    });
  });

  test("an event of the right account and mode is not foreign", () => {
    expect(foreignness(samplePurchase(), sampleReport())).toBeNull();
  });
});

describe("a payment on its way", () => {
  /** The states that a report moves; in every other one that is not final it leaves all as it was. */
  const moves = (payment: CheckoutReport["payment"], more: Partial<CheckoutReport> = {}) => {
    const waiting = STATES.filter((state) => state !== "credited" && state !== "quarantined");
    const outcomes = waiting.map((state) => ({ state, ...decide({ state }, { payment, ...more }) }));
    expect(outcomes.filter(({ outcome }) => outcome !== "move" && outcome !== "unchanged")).toEqual([]);
    return outcomes.filter(({ outcome }) => outcome === "move").map(({ state }) => state);
  };

  test("B5 a bank that takes days: waiting becomes processing, and nothing is credited yet", () => {
    expect(decide({}, { payment: "processing" })).toEqual({ outcome: "move", to: "processing" });
    expect(moves("processing")).toEqual(["created", "open"]);
  });

  test("B5 a bank that says no: waiting and processing become failed", () => {
    expect(decide({}, { payment: "failed" })).toEqual({ outcome: "move", to: "failed" });
    expect(moves("failed")).toEqual(["created", "open", "processing"]);
  });

  test("a page that nobody paid on expires; a payment under way does not", () => {
    expect(decide({}, { payment: "expired" })).toEqual({ outcome: "move", to: "expired" });
    expect(moves("expired")).toEqual(["created", "open"]);
  });

  test("B6 a declined card is a new fact once, and the purchase stays open", () => {
    expect(decide({}, { payment: "open", failure: DECLINE })).toEqual({ outcome: "move", to: "open" });
    expect(moves("open", { failure: DECLINE })).toEqual(["created", "open"]);

    const known = { failureCode: DECLINE.code, failureMessage: DECLINE.message };
    expect(decide(known, { payment: "open", failure: DECLINE })).toEqual({ outcome: "unchanged" });
    expect(decide({ ...known, failureCode: "other" }, { payment: "open", failure: DECLINE }).outcome).toBe(
      "move",
    );
    expect(
      decide({ ...known, failureMessage: "Other." }, { payment: "open", failure: DECLINE }).outcome,
    ).toBe("move");
  });

  test("an open page without news changes nothing", () => {
    expect(moves("open")).toEqual([]);
    expect(decide({}, { payment: "open" })).toEqual({ outcome: "unchanged" });
  });
});

describe("clicks and keys", () => {
  test("L76 the same click for the same plan and customer is one purchase, whatever id and fee we gave it", () => {
    const purchase = samplePurchase();

    expect(isSameIntent(purchase, samplePurchase({ purchaseId: "purchase_2", platformFeeMinor: 49 }))).toBe(
      true,
    );
    expect(isSameIntent(purchase, samplePurchase({ planId: "plan_pro" }))).toBe(false);
    expect(isSameIntent(purchase, samplePurchase({ customerId: "customer_bo" }))).toBe(false);
  });

  test("B2 whoever reports the payment, the credit has one key", () => {
    expect(purchaseKey("purchase_1")).toBe("purchase:purchase_1");
  });

  test("a purchase learns its session once and its payment whenever one is named", () => {
    const fresh = samplePurchase({ checkoutSessionId: null });

    expect(bindTo(fresh, sampleReport())).toEqual({
      ...fresh,
      checkoutSessionId: "cs_test_1",
      paymentIntentId: "pi_1",
      paidMinor: 4900,
    });
    expect(bindTo(samplePurchase(), sampleReport({ sessionId: "cs_test_2" })).checkoutSessionId).toBe(
      "cs_test_1",
    );
    expect(
      bindTo(samplePurchase({ paymentIntentId: "pi_0" }), sampleReport({ paymentIntentId: null })),
    ).toMatchObject({
      paymentIntentId: "pi_0",
    });
  });
});
