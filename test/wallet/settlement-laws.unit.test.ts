import fc from "fast-check";
import { expect, test } from "vitest";
import { bindTo, type CheckoutReport, decideSettlement, type Purchase } from "../../app/wallet/purchase";
import { PAYMENTS, STATES, samplePurchase, sampleReport } from "./sample-purchase";

// Stripe tells the same thing often and in no order, and anyone may have it tell something else.

const DECLINE = { code: "card_declined", message: "Your card was declined." };

const usually = <T>(right: T, ...wrong: T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });

const someReport = fc.record({
  purchaseId: fc.constant(samplePurchase().purchaseId),
  accountId: usually("acct_acme", "acct_evil", ""),
  livemode: usually(false, true),
  sessionId: usually("cs_test_1", "cs_test_2"),
  amountMinor: usually(4900, 100, 0),
  currency: usually("usd", "jpy"),
  paymentIntentId: fc.constantFrom("pi_1", null),
  payment: usually<CheckoutReport["payment"]>("paid", ...PAYMENTS),
  failure: fc.constantFrom(null, DECLINE),
});
const somePurchase = fc.record({
  state: fc.constantFrom(...STATES),
  checkoutSessionId: usually<string | null>("cs_test_1", null),
});
const isForeign = (purchase: Purchase, report: CheckoutReport) =>
  report.accountId !== purchase.accountId ||
  report.livemode !== purchase.livemode ||
  (purchase.checkoutSessionId !== null && report.sessionId !== purchase.checkoutSessionId);

/** Does what is decided, as a wallet does, and counts the credits. */
function settle(purchase: Purchase, reports: readonly CheckoutReport[]) {
  const credits: { report: CheckoutReport; before: Purchase }[] = [];
  let now = purchase;
  for (const report of reports) {
    const decision = decideSettlement(now, report);
    const before = now;
    if (decision.outcome === "credit") {
      credits.push({ report, before });
      now = { ...bindTo(now, report), state: "credited" };
    } else if (decision.outcome === "move") now = { ...bindTo(now, report), state: decision.to };
    else if (decision.outcome === "quarantine") now = { ...bindTo(now, report), state: "quarantined" };
  }
  return { purchase: now, credits };
}

test("B2 a purchase is credited at most once, and only by a paid report that equals it in every way", () => {
  fc.assert(
    fc.property(somePurchase, fc.array(someReport, { maxLength: 20 }), (start, reports) => {
      const { credits } = settle(samplePurchase(start), reports);
      expect(credits.length).toBeLessThanOrEqual(1);
      for (const { report, before } of credits) {
        expect(report).toMatchObject({ payment: "paid", accountId: "acct_acme", livemode: false });
        expect(report).toMatchObject({ currency: "usd", amountMinor: 4900 });
        expect(report.sessionId).toBe(before.checkoutSessionId ?? report.sessionId);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("B2 true reports end in one credit, in every order and number, once one of them says paid", () => {
  const trueReport = fc
    .constantFrom<CheckoutReport["payment"]>("open", "processing", "paid", "failed", "expired")
    .map((payment) => sampleReport({ payment }));
  const oneIsPaid = fc
    .array(trueReport, { maxLength: 10 })
    .chain((reports) => fc.shuffledSubarray([...reports, sampleReport()], { minLength: reports.length + 1 }));
  fc.assert(
    fc.property(oneIsPaid, (reports) => {
      const { purchase, credits } = settle(samplePurchase(), [...reports, ...reports]);
      expect([purchase.state, credits.length]).toEqual(["credited", 1]);
    }),
  );
});

test("B5 as long as none says paid, no report credits anything", () => {
  const unpaid = someReport.filter((report) => report.payment !== "paid");
  fc.assert(
    fc.property(somePurchase, fc.array(unpaid, { maxLength: 20 }), (start, reports) => {
      expect(settle(samplePurchase(start), reports).credits).toEqual([]);
    }),
  );
});

test("a foreign report is refused in every state, and no true one is", () => {
  fc.assert(
    fc.property(somePurchase, someReport, (start, report) => {
      const purchase = samplePurchase(start);
      expect(decideSettlement(purchase, report).outcome === "refuse").toBe(isForeign(purchase, report));
    }),
    { numRuns: 1_000 },
  );
});

test("credited is final", () => {
  fc.assert(
    fc.property(fc.array(someReport, { maxLength: 20 }), (reports) => {
      const credited = samplePurchase({ state: "credited" });
      expect(settle(credited, reports)).toEqual({ purchase: credited, credits: [] });
    }),
  );
});
