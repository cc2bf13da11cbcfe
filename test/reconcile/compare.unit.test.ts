import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareCheckout,
  compareCredited,
  compareReversal,
  type ToldReversal,
} from "../../app/reconcile/compare";
import type { Entry } from "../../app/wallet/posting";
import type { Purchase } from "../../app/wallet/purchase";
import { disputeOf, refundOf } from "../refunds/sample-reversals";
import { NOW } from "../sample-time";
import { PAYMENTS, STATES, samplePurchase, sampleReport } from "../wallet/sample-purchase";

const ENTRY: Entry = {
  seq: 1,
  idempotencyKey: "purchase:purchase_1",
  kind: "purchase",
  amountMicros: 1_000_000_000,
  balanceAfterMicros: 1_000_000_000,
  reference: "purchase_1",
  actor: "system",
  note: "Starter Pack",
  at: NOW,
};
const OWNER = {
  purchaseId: samplePurchase().purchaseId,
  customerId: "customer_ana",
  agreed: { priceMinor: 4_900, currency: "usd", creditsMicros: 1_000_000_000 },
};
const NOBODY = { purchaseId: null, customerId: null, agreed: null };
const paidBy = (purchase: Partial<Purchase> = {}) =>
  samplePurchase({ state: "credited", paymentIntentId: "pi_1", paidMinor: 4_900, ...purchase });

test.each(STATES.filter((state) => state !== "credited" && state !== "quarantined"))(
  "paid as agreed and still %s: paid, not credited",
  (state) => {
    expect(compareCheckout(sampleReport(), samplePurchase({ state }))).toEqual({
      kind: "paid_not_credited",
      id: "cs_test_1",
      paymentIntentId: "pi_1",
      amountMinor: 4_900,
      currency: "usd",
      ...OWNER,
      outcome: null,
    });
  },
);

test.each([{ amountMinor: 100 }, { currency: "jpy" }, { payment: "not_required" as const, amountMinor: 0 }])(
  "paid otherwise than agreed, %o: the amount differs",
  (said) => {
    expect(compareCheckout(sampleReport(said), samplePurchase())).toMatchObject({
      kind: "amount_differs",
      ...OWNER,
    });
  },
);

test("a quarantined purchase stays a finding until a person releases it", () => {
  const report = sampleReport({ amountMinor: 100 });
  expect(compareCheckout(report, samplePurchase({ state: "quarantined" }))).toMatchObject({
    kind: "amount_differs",
  });
  expect(compareCheckout(report, paidBy({ paidMinor: 100 }))).toBeNull();
});

test.each([
  ["no purchase", null],
  ["a purchase of another account", samplePurchase({ accountId: "acct_other" })],
  ["a live purchase", samplePurchase({ livemode: true })],
  ["a purchase with another session", samplePurchase({ checkoutSessionId: "cs_test_2" })],
])("a payment that leads to %s names nobody", (_what, purchase) => {
  expect(compareCheckout(sampleReport(), purchase)).toMatchObject({ kind: "unknown_payment", ...NOBODY });
});

test("what is not paid is no finding of a session, whatever the purchase is", () => {
  for (const payment of PAYMENTS.filter((said) => said !== "paid" && said !== "not_required")) {
    for (const state of STATES) {
      expect(compareCheckout(sampleReport({ payment }), samplePurchase({ state }))).toBeNull();
    }
    expect(compareCheckout(sampleReport({ payment }), null)).toBeNull();
  }
});

test("credited, and Stripe does not call it paid or does not know it", () => {
  const finding = {
    kind: "credited_not_paid",
    id: "cs_test_1",
    paymentIntentId: "pi_1",
    amountMinor: null,
    ...OWNER,
  };
  expect(compareCredited(paidBy(), ENTRY, null)).toMatchObject(finding);
  for (const payment of PAYMENTS.filter((said) => said !== "paid")) {
    expect(compareCredited(paidBy(), ENTRY, sampleReport({ payment }))).toMatchObject(finding);
  }
});

test("what a person released is their decision and no finding", () => {
  expect(compareCredited(paidBy(), { ...ENTRY, actor: "member_olivia" }, null)).toBeNull();
});

const refund = (changes = {}): ToldReversal => ({
  type: "refund",
  accountId: "acct_acme",
  currency: "usd",
  facts: refundOf(changes),
});
const dispute = (changes = {}): ToldReversal => ({
  type: "dispute",
  accountId: "acct_acme",
  currency: "usd",
  facts: disputeOf(changes),
});

test("a refund or a dispute that the wallet has not recorded", () => {
  const empty = { refunds: [], disputes: [] };
  for (const file of [null, empty, { refunds: [refundOf({ refundId: "re_2" })], disputes: [] }]) {
    expect(compareReversal(refund(), paidBy(), file)).toMatchObject({
      kind: "reversal_not_recorded",
      id: "re_1",
      amountMinor: 4_900,
      ...OWNER,
    });
  }
  expect(compareReversal(dispute(), paidBy(), empty)).toMatchObject({ id: "du_1" });
});

test("a refund that has failed since, and a dispute whose money came back, are not recorded yet", () => {
  const file = { refunds: [refundOf()], disputes: [disputeOf()] };
  expect(compareReversal(refund({ status: "failed" }), paidBy(), file)).toMatchObject({ id: "re_1" });
  expect(compareReversal(dispute({ status: "won", moves: 2 }), paidBy(), file)).toMatchObject({ id: "du_1" });
});

test("money of another payment or another account is none of this purchase's", () => {
  expect(compareReversal(refund({ paymentIntentId: "pi_2" }), paidBy(), null)).toBeNull();
  expect(compareReversal({ ...refund(), accountId: "acct_other" }, paidBy(), null)).toBeNull();
});

const someFacts = fc.record({
  priceMinor: fc.integer({ min: 1, max: 99_999_999 }),
  currency: fc.constantFrom("usd", "eur", "jpy"),
  creditsMicros: fc.integer({ min: 1, max: 1_000_000 }).map((credits) => credits * 1_000_000),
  refunds: fc.uniqueArray(
    fc.record({
      refundId: fc.constantFrom("re_1", "re_2", "re_3"),
      amountMinor: fc.integer({ min: 1, max: 5_000 }),
      status: fc.constantFrom("pending", "succeeded", "failed", "canceled"),
    }),
    { selector: ({ refundId }) => refundId },
  ),
  disputes: fc.uniqueArray(
    fc.record({
      disputeId: fc.constantFrom("du_1", "du_2"),
      status: fc.constantFrom("needs_response", "under_review", "won", "lost"),
      moves: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ disputeId }) => disputeId },
  ),
});

test("equal worlds have no differences, whatever was sold, refunded and disputed", () => {
  fc.assert(
    fc.property(someFacts, ({ refunds, disputes, ...terms }) => {
      const purchase = paidBy({ ...terms, paidMinor: terms.priceMinor });
      const report = sampleReport({ amountMinor: terms.priceMinor, currency: terms.currency });
      const file = { refunds: refunds.map(refundOf), disputes: disputes.map(disputeOf) };
      const findings = [
        compareCheckout(report, purchase),
        compareCredited(purchase, ENTRY, report),
        ...refunds.map((facts) => compareReversal(refund(facts), purchase, file)),
        ...disputes.map((facts) => compareReversal(dispute(facts), purchase, file)),
      ];
      expect(findings.filter((finding) => finding !== null)).toEqual([]);
    }),
  );
});
