import { describe, expect, test } from "vitest";
import { ENGLISH } from "../../app/i18n/wording";
import { purchasePage } from "../../app/purchases/purchase-page";
import type { Purchase, PurchaseState } from "../../app/wallet/purchase";
import { wordingIn } from "../i18n/sample-wording";
import { sampleEntry } from "../wallet/sample-entry";
import { samplePurchase } from "../wallet/sample-purchase";

const PAGE_AT_STRIPE = "https://checkout.stripe.com/c/pay/cs_test_1";
const DECLINED = { failureCode: "card_declined", failureMessage: "Your card was declined." };

const NOTHING_BACK = { refundedMinor: 0, disputedMinor: 0 };

const page = (changes: Partial<Purchase>, cameBackByCancel = false) =>
  purchasePage({ purchase: samplePurchase(changes), money: NOTHING_BACK }, null, cameBackByCancel, ENGLISH);

describe("the credits are there", () => {
  const credited = { purchase: samplePurchase({ state: "credited" }), money: NOTHING_BACK };

  test("L84 the page says how many were added and what the balance is now", () => {
    const entry = sampleEntry({ balanceAfterMicros: 1_250_500_000 });

    expect(purchasePage(credited, entry, false, ENGLISH)).toEqual({
      tone: "success",
      title: "Credits added",
      text: "+1,000 credits. Your balance is 1,250.5 credits.",
      resumeUrl: null,
      mayTryAgain: false,
      isWaiting: false,
      showsHistory: false,
    });
  });

  test("in the customer's language, and without a balance that is not known", () => {
    expect(purchasePage(credited, null, false, wordingIn("de")).text).toBe("+1.000 Credits.");
  });
});

describe("money that went back", () => {
  const pageAfter = (money: Partial<typeof NOTHING_BACK>, state: PurchaseState = "credited") =>
    purchasePage(
      { purchase: samplePurchase({ state }), money: { ...NOTHING_BACK, ...money } },
      sampleEntry(),
      false,
      ENGLISH,
    );

  test.each([
    [{ refundedMinor: 4_900 }, "Payment refunded", "$49.00 went back to you."],
    [{ refundedMinor: 1_000 }, "Part of the payment was refunded", "$10.00 of $49.00 went back to you."],
    [{ disputedMinor: 4_900 }, "Payment disputed", "$49.00 went back to you through your bank."],
  ])("%j: the page says how much, and leads to the history", (money, title, text) => {
    expect(pageAfter(money)).toMatchObject({
      tone: "neutral",
      title,
      text: expect.stringContaining(text),
      showsHistory: true,
      mayTryAgain: false,
    });
  });

  test("a payment that differed and was refunded is not being checked any more", () => {
    expect(pageAfter({ refundedMinor: 4_900 }, "quarantined").title).toBe("Payment refunded");
  });
});

describe("no credits yet", () => {
  test("B5 a bank that still confirms: the page waits, and offers no second payment", () => {
    expect(page({ state: "processing" })).toEqual({
      tone: "pending",
      title: "Payment processing",
      text: "Your bank is still confirming. Credits are added as soon as it does. This can take some days; you need not wait here, and please do not pay again.",
      resumeUrl: null,
      mayTryAgain: false,
      isWaiting: true,
      showsHistory: false,
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
        showsHistory: false,
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
      showsHistory: false,
    });
  });
});

describe("no credits", () => {
  test("L86 a declined card is told in the bank's words, and Stripe's page is still open for another", () => {
    expect(page(DECLINED)).toEqual({
      tone: "failure",
      title: "Payment didn't go through",
      text: "Your card was declined. Nothing was charged. No credits were added and you can try again.",
      resumeUrl: PAGE_AT_STRIPE,
      mayTryAgain: false,
      isWaiting: false,
      showsHistory: false,
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
      "The payment was declined. Nothing was charged. No credits were added and you can try again.",
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
      showsHistory: false,
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
      showsHistory: false,
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
