import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type DisputeFacts,
  laterDispute,
  laterRefund,
  type RefundFacts,
  reversedMicros,
  reversedMoney,
} from "../../app/refunds/reversal";
import { disputeOf, refundOf } from "./sample-reversals";

const starterPack = { creditsMicros: 1_000_000_000, paidMinor: 4_900 };

test.each([
  { what: "nothing", refundedMinor: 0, disputedMinor: 0, reversed: 0 },
  { what: "all", refundedMinor: 4_900, disputedMinor: 0, reversed: 1_000_000_000 },
  { what: "a tenth", refundedMinor: 490, disputedMinor: 0, reversed: 100_000_000 },
  { what: "one cent", refundedMinor: 1, disputedMinor: 0, reversed: 204_082 },
  { what: "a dispute", refundedMinor: 0, disputedMinor: 4_900, reversed: 1_000_000_000 },
  { what: "half and half", refundedMinor: 2_450, disputedMinor: 2_450, reversed: 1_000_000_000 },
  { what: "more than was paid", refundedMinor: 4_900, disputedMinor: 4_900, reversed: 1_000_000_000 },
])("$what went back: the same share of the credits", ({ refundedMinor, disputedMinor, reversed }) => {
  expect(reversedMicros(starterPack, { refundedMinor, disputedMinor })).toBe(reversed);
});

test("half a micro-credit is rounded up", () => {
  const money = { refundedMinor: 1, disputedMinor: 0 };
  expect(reversedMicros({ creditsMicros: 3, paidMinor: 2 }, money)).toBe(2);
  expect(reversedMicros({ creditsMicros: 1, paidMinor: 3 }, money)).toBe(0);
});

test("the largest plan at the highest price is computed exactly", () => {
  const largest = { creditsMicros: 1_000_000_000_000, paidMinor: 99_999_999 };
  expect(reversedMicros(largest, { refundedMinor: 33_333_333, disputedMinor: 0 })).toBe(333_333_333_333);
});

test("B9 refunds of any size that add up to the price reverse exactly the credits", () => {
  const price = fc.integer({ min: 1, max: 100_000 });
  const credits = fc.integer({ min: 1, max: 1_000_000_000_000 });
  fc.assert(
    fc.property(
      price,
      credits,
      fc.array(fc.integer({ min: 1, max: 40_000 }), { maxLength: 8 }),
      (paid, micros, parts) => {
        let refundedMinor = 0;
        let taken = 0;
        for (const part of [...parts, paid]) {
          refundedMinor = Math.min(paid, refundedMinor + part);
          const due = reversedMicros(
            { creditsMicros: micros, paidMinor: paid },
            { refundedMinor, disputedMinor: 0 },
          );
          expect(due).toBeGreaterThanOrEqual(taken);
          taken = due;
        }
        expect(taken).toBe(micros);
      },
    ),
  );
});

test.each([
  ["pending", "succeeded", "succeeded"],
  ["succeeded", "pending", "succeeded"],
  ["succeeded", "failed", "failed"],
  ["failed", "succeeded", "failed"],
  ["canceled", "pending", "canceled"],
] as const)("a refund that is %s and told as %s is %s", (known, told, later) => {
  expect(laterRefund(refundOf({ status: known }), refundOf({ status: told })).status).toBe(later);
});

test("what is not later leaves the known one as it is, so that nothing is written for it", () => {
  const refund = refundOf({ status: "succeeded" });
  expect(laterRefund(refund, refundOf({ status: "succeeded" }))).toBe(refund);
  const dispute = disputeOf({ moves: 1, status: "under_review" });
  expect(laterDispute(dispute, disputeOf({ moves: 1, status: "under_review" }))).toBe(dispute);
  expect(laterDispute(dispute, disputeOf({ moves: 1, status: "needs_response" }))).toBe(dispute);
});

test.each([
  { known: { moves: 1, status: "needs_response" }, told: { moves: 2, status: "won" } },
  {
    known: { moves: 0, status: "warning_needs_response" },
    told: { moves: 0, status: "warning_under_review" },
  },
  { known: { moves: 0, status: "warning_under_review" }, told: { moves: 0, status: "warning_closed" } },
  { known: { moves: 0, status: "needs_response" }, told: { moves: 0, status: "prevented" } },
  { known: { moves: 1, status: "under_review" }, told: { moves: 1, status: "lost" } },
  { known: { moves: 1, status: "lost" }, told: { moves: 2, status: "won" } },
  { known: { moves: 2, status: "won" }, told: { moves: 3, status: "needs_response" } },
])("$told.status after $known.status is the later, whichever arrives first", ({ known, told }) => {
  expect(laterDispute(disputeOf(known), disputeOf(told))).toEqual(disputeOf(told));
  expect(laterDispute(disputeOf(told), disputeOf(known))).toEqual(disputeOf(told));
});

test("money counts that is on its way, and not what came back or belongs to another payment", () => {
  const refunds: RefundFacts[] = [
    refundOf({ refundId: "re_1", amountMinor: 1, status: "pending" }),
    refundOf({ refundId: "re_2", amountMinor: 10, status: "succeeded" }),
    refundOf({ refundId: "re_3", amountMinor: 100, status: "failed" }),
    refundOf({ refundId: "re_4", amountMinor: 1_000, status: "canceled" }),
    refundOf({ refundId: "re_5", amountMinor: 10_000, paymentIntentId: "pi_other" }),
  ];
  const disputes: DisputeFacts[] = [
    disputeOf({ disputeId: "du_1", amountMinor: 1, moves: 0 }),
    disputeOf({ disputeId: "du_2", amountMinor: 10, moves: 1 }),
    disputeOf({ disputeId: "du_3", amountMinor: 100, moves: 2 }),
    disputeOf({ disputeId: "du_4", amountMinor: 1_000, moves: 3 }),
    disputeOf({ disputeId: "du_5", amountMinor: 10_000, moves: 1, paymentIntentId: "pi_other" }),
  ];
  expect(reversedMoney("pi_1", refunds, disputes)).toEqual({ refundedMinor: 11, disputedMinor: 1_010 });
  expect(reversedMoney(null, refunds, disputes)).toEqual({ refundedMinor: 0, disputedMinor: 0 });
});
