import { describe, expect, test } from "vitest";
import { purchasePage } from "../../app/purchases/purchase-page";
import type { Purchase, PurchaseState } from "../../app/wallet/purchase";
import { sampleEntry } from "../wallet/sample-entry";
import { samplePurchase } from "../wallet/sample-purchase";

const PAGE_AT_STRIPE = "https://checkout.stripe.com/c/pay/cs_test_1";
const DECLINED = { failureCode: "card_declined", failureMessage: "Your card was declined." };

const page = (changes: Partial<Purchase>, cameBackByCancel = false) =>
  purchasePage(samplePurchase(changes), null, cameBackByCancel, "en-US");

describe("the credits are there", () => {
  const credited = samplePurchase({ state: "credited" });

  test("L84 the page says how many were added and what the balance is now", () => {
    const entry = sampleEntry({ balanceAfterMicros: 1_250_500_000 });

    expect(purchasePage(credited, entry, false, "en-US")).toEqual({
      tone: "success",
      title: "Credits added",
      text: "+1,000 credits. Your balance is 1,250.5 credits.",
      resumeUrl: null,
      mayTryAgain: false,
      isWaiting: false,
    });
  });

  test("in the portal's language of numbers, and without a balance that is not known", () => {
    expect(purchasePage(credited, null, false, "de-DE").text).toBe("+1.000 credits.");
  });
});

describe("no credits yet", () => {
  test("B5 a bank that still confirms: the page waits, and offers no second payment", () => {
    expect(page({ state: "processing" })).toEqual({
      tone: "pending",
      title: "Payment processing",
      text: "Your bank is still confirming. Credits are added as soon as it does.",
      resumeUrl: null,
      mayTryAgain: false,
      isWaiting: true,
    });
  });

  test.each<PurchaseState>(["created", "open"])(
    "B24 %s and no word of a payment: the page waits and asks not to pay twice",
    (state) => {
      expect(page({ state })).toEqual({
        tone: "pending",
        title: "Waiting for your payment",
        text: "We have not heard of a payment yet. If you have just paid, your credits will be here in a moment; please do not pay twice.",
        resumeUrl: PAGE_AT_STRIPE,
        mayTryAgain: false,
        isWaiting: true,
      });
    },
  );

  test("B7 a payment that differs: the customer is told so and asked not to pay again", () => {
    expect(page({ state: "quarantined", failureMessage: "paid 100, expected 4900" })).toEqual({
      tone: "pending",
      title: "We are checking your payment",
      text: "Your payment arrived, but it differs from what was agreed, so no credits were added yet. Your provider sees it and can sort it out; please do not pay again.",
      resumeUrl: null,
      mayTryAgain: false,
      isWaiting: false,
    });
  });
});

describe("no credits", () => {
  test("L86 a declined card is told in the bank's words, and Stripe's page is still open for another", () => {
    expect(page(DECLINED)).toEqual({
      tone: "failure",
      title: "Payment didn't go through",
      text: "Your card was declined. No credits were added and you can try again.",
      resumeUrl: PAGE_AT_STRIPE,
      mayTryAgain: false,
      isWaiting: false,
    });
  });

  test("L89 when there is no page to go on with, the customer can try again from the start", () => {
    expect(page({ ...DECLINED, checkoutUrl: null })).toMatchObject({ resumeUrl: null, mayTryAgain: true });
    expect(page({ ...DECLINED, state: "failed" })).toMatchObject({
      title: "Payment didn't go through",
      resumeUrl: null,
      mayTryAgain: true,
    });
  });

  test("L86 a failure without a reason is told all the same", () => {
    expect(page({ state: "failed" }).text).toBe(
      "The payment was declined. No credits were added and you can try again.",
    );
  });

  test("a decline is told also to a customer who came back by Cancel", () => {
    expect(page(DECLINED, true).title).toBe("Payment didn't go through");
  });

  test("L89 who cancelled has paid nothing, and may go on where they were or start again", () => {
    const cancelled = {
      tone: "neutral",
      title: "You cancelled",
      text: "Nothing was charged and no credits were added.",
      isWaiting: false,
    };

    expect(page({}, true)).toEqual({ ...cancelled, resumeUrl: PAGE_AT_STRIPE, mayTryAgain: false });
    expect(page({ checkoutUrl: null }, true)).toEqual({ ...cancelled, resumeUrl: null, mayTryAgain: true });
  });

  test("L89 a page that expired charged nothing and can be opened again", () => {
    expect(page({ state: "expired" })).toEqual({
      tone: "neutral",
      title: "The payment page expired",
      text: "Nothing was charged and no credits were added. You can start again.",
      resumeUrl: null,
      mayTryAgain: true,
      isWaiting: false,
    });
  });
});

test.each<PurchaseState>(["credited", "processing", "quarantined"])(
  "B24 nobody is invited to pay again for a purchase that is %s",
  (state) => {
    for (const cameBackByCancel of [false, true]) {
      expect(page({ state, ...DECLINED }, cameBackByCancel)).toMatchObject({
        resumeUrl: null,
        mayTryAgain: false,
      });
    }
  },
);
