import { expect, test } from "vitest";
import { asOfEntries } from "../../app/wallet/restoration";
import { brokenInvariants, type Invariant } from "../../app/wallet/soundness";
import type { CustomerCopies } from "../../db/projection.server";
import { projectedEntry, projectedPurchase } from "../purchases/sample-projection";

/** A purchase of 1,000 credits of which all went back: taken in two decisions. */
function refunded(): CustomerCopies {
  const purchase = projectedPurchase({ refundedMinor: 4_900, paymentIntentId: "pi_1", revision: 6 });
  const { id: purchaseId, partnerId, customerId } = purchase;
  const entry = (seq: number, idempotencyKey: string, credits: number, after: number) =>
    projectedEntry({
      ...{ seq, idempotencyKey, reference: purchaseId, kind: credits > 0 ? "purchase" : "refund_clawback" },
      ...{ amountMicros: credits * 1_000_000, balanceAfterMicros: after * 1_000_000 },
    });
  const decision = (number: number, upTo: number, taken: number) => ({
    ...{ number, upToMicros: upTo * 1_000_000, takenMicros: taken * 1_000_000 },
    ...{ choice: "policy" as const, formId: null, actor: "system", note: "", at: 1 },
  });
  const refund = (refundId: string) => ({
    ...{ refundId, paymentIntentId: "pi_1", amountMinor: 2_450, status: "succeeded" as const },
  });
  return {
    purchases: [purchase],
    attempts: [],
    cases: [
      {
        ...{ purchaseId, partnerId, customerId, policy: "full", openedAt: 1, changedAt: 2, revision: 6 },
        ...{ dueMicros: 0, takenMicros: 1_000_000_000, keptMicros: 0 },
        ...{ refunds: [refund("re_1"), refund("re_2")], disputes: [] },
        decisions: [decision(1, 500, 500), decision(2, 1_000, 500)],
      },
    ],
    entries: [
      entry(1, `purchase:${purchaseId}`, 1_000, 1_000),
      entry(2, `reversal:${purchaseId}:1`, -500, 500),
      entry(3, `reversal:${purchaseId}:2`, -500, 0),
    ],
    balance: null,
  };
}

function repeatFirstEntry({ entries }: CustomerCopies): void {
  const [first] = entries;
  if (first) entries.push({ ...first, seq: 4 });
}

const names = (copies: CustomerCopies): Invariant[] =>
  [...new Set(brokenInvariants(copies).map(({ invariant }) => invariant))].sort();

test("a sound wallet breaks nothing", () => {
  expect(brokenInvariants(refunded())).toEqual([]);
  expect(brokenInvariants({ purchases: [], attempts: [], cases: [], entries: [], balance: null })).toEqual(
    [],
  );
});

test.each<[string, (copies: CustomerCopies) => void, Invariant[]]>([
  [
    "a lost entry",
    ({ entries }) => entries.splice(1, 1),
    ["balances_are_sums", "cases_and_entries_agree", "entries_are_numbered_without_gaps"],
  ],
  [
    "a changed amount",
    ({ entries }) => Object.assign(entries[2] ?? {}, { amountMicros: -1 }),
    ["balances_are_sums", "cases_and_entries_agree"],
  ],
  ["an entry twice", repeatFirstEntry, ["one_key_one_entry"]],
  [
    "a credited purchase without its entry",
    ({ purchases }) => purchases.push(projectedPurchase({ id: "purchase_2" })),
    ["purchases_and_entries_agree"],
  ],
  [
    "an entry of a purchase that is not credited",
    ({ purchases }) => Object.assign(purchases[0] ?? {}, { state: "open" }),
    ["cases_add_up", "purchases_and_entries_agree"],
  ],
  [
    "an entry of a purchase that is not there",
    (copies) => copies.purchases.splice(0, 1),
    ["cases_and_entries_agree", "purchases_and_entries_agree"],
  ],
  [
    "a decision that takes more than went back",
    ({ purchases }) => Object.assign(purchases[0] ?? {}, { refundedMinor: 2_450 }),
    ["cases_add_up"],
  ],
])("%s is named", (_what, breaks, invariants) => {
  const copies = refunded();
  breaks(copies);
  expect(names(copies)).toEqual(invariants);
});

test("copies that their entries bear out are taken as they are", () => {
  expect(asOfEntries(refunded())).toEqual(refunded());
});

test("a decision whose entry was not copied is not believed, and what Stripe said is asked again", () => {
  const copies = refunded();
  copies.entries.pop();
  const { purchases, cases } = asOfEntries(copies);
  expect(cases).toMatchObject([{ refunds: [], disputes: [], decisions: [{ number: 1 }] }]);
  expect(purchases).toMatchObject([{ state: "credited", revision: 7 }]);
});

test.each([
  ["cs_test_1", "open"],
  [null, "created"],
])("a credit whose entry was not copied waits again (session %s: %s)", (checkoutSessionId, state) => {
  const copies = refunded();
  const waiting = {
    ...copies,
    cases: [],
    entries: [],
    purchases: [projectedPurchase({ checkoutSessionId, revision: 3 })],
  };
  expect(asOfEntries(waiting).purchases).toMatchObject([
    { state, paidMinor: null, creditedAt: null, revision: 4 },
  ]);
});
