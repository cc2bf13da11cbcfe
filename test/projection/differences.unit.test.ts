import { expect, test } from "vitest";
import { differences, onlyCopied } from "../../app/projection/differences";
import type { CustomerCopies } from "../../db/projection.server";
import { projectedEntry, projectedPurchase } from "../purchases/sample-projection";

const entry = projectedEntry();
const held: CustomerCopies = {
  purchases: [projectedPurchase({ revision: 3 })],
  attempts: [],
  cases: [],
  entries: [entry],
  balance: {
    ...{ customerId: "customer_ana", partnerId: "partner_acme", updatedAt: 1 },
    ...{ balanceMicros: entry.balanceAfterMicros, lastSeq: entry.seq },
  },
};
const nothing: CustomerCopies = { purchases: [], attempts: [], cases: [], entries: [], balance: null };

const summary = (copied: CustomerCopies) =>
  differences(held, copied).map(({ table, how }) => `${table} ${how}`);

test("what is equal does not differ, in whatever order its columns come", () => {
  const turned = Object.fromEntries(Object.entries(entry).reverse()) as typeof entry;
  expect(differences(held, { ...held, entries: [turned] })).toEqual([]);
});

test("a copy is missing, late, wrong, ahead, or of something that the wallet does not hold", () => {
  const purchase = (changes: Parameters<typeof projectedPurchase>[0]) => ({
    ...held,
    purchases: [projectedPurchase(changes)],
  });
  expect(summary(nothing)).toEqual([
    "purchases not_copied",
    "ledger_entries not_copied",
    "customer_balances not_copied",
  ]);
  expect(summary(purchase({ revision: 2 }))).toEqual(["purchases differs"]);
  expect(summary(purchase({ revision: 3, planName: "Other" }))).toEqual(["purchases differs"]);
  expect(summary(purchase({ revision: 4 }))).toEqual(["purchases ahead"]);
  expect(summary({ ...held, entries: [entry, { ...entry, seq: 2 }] })).toEqual(["ledger_entries not_held"]);
});

test("another entry under the same number is two entries, and the copied one is known to the copies alone", () => {
  const found = differences(held, { ...held, entries: [{ ...entry, idempotencyKey: "adjustment:form_x" }] });
  expect(found.map(({ how }) => how)).toEqual(["not_copied", "not_held"]);
  expect(onlyCopied(found)).toMatchObject([{ id: `${entry.seq} adjustment:form_x` }]);
});

test("what is late or wrong is known to the wallet too, so it may be forgotten", () => {
  expect(onlyCopied(differences(held, nothing))).toEqual([]);
  expect(onlyCopied(differences(held, { ...held, entries: [{ ...entry, note: "edited" }] }))).toEqual([]);
});
