import type Stripe from "stripe";
import { expect, test } from "vitest";
import { disputeFacts, refundFacts } from "../../app/stripe/reversal-facts";

const refund = (changes: object = {}) =>
  ({ id: "re_1", amount: 4_900, payment_intent: "pi_1", status: "succeeded", ...changes }) as Stripe.Refund;

const dispute = (changes: object = {}) =>
  ({
    id: "du_1",
    amount: 4_900,
    payment_intent: "pi_1",
    status: "needs_response",
    balance_transactions: [],
    ...changes,
  }) as unknown as Stripe.Dispute;

test("a refund in a wallet's words", () => {
  const facts = { refundId: "re_1", paymentIntentId: "pi_1", amountMinor: 4_900, status: "succeeded" };
  expect(refundFacts(refund())).toEqual(facts);
  expect(refundFacts(refund({ payment_intent: { id: "pi_1" } }))).toEqual(facts);
});

test.each([
  ["pending", "pending"],
  ["requires_action", "pending"],
  [null, "pending"],
  ["succeeded", "succeeded"],
  ["failed", "failed"],
  ["canceled", "canceled"],
])("a refund that Stripe calls %s counts as %s", (status, counted) => {
  expect(refundFacts(refund({ status }))?.status).toBe(counted);
});

test("what belongs to no payment intent is none of ours", () => {
  expect(refundFacts(refund({ payment_intent: null }))).toBeNull();
  expect(disputeFacts(dispute({ payment_intent: null }))).toBeNull();
});

test("a dispute in a wallet's words", () => {
  const facts = {
    disputeId: "du_1",
    paymentIntentId: "pi_1",
    amountMinor: 4_900,
    status: "needs_response",
    moves: 0,
  };
  expect(disputeFacts(dispute())).toEqual(facts);
  expect(disputeFacts(dispute({ payment_intent: { id: "pi_1" } }))).toEqual(facts);
});

const WITHDRAWN = "charge.dispute.funds_withdrawn";
const REINSTATED = "charge.dispute.funds_reinstated";

test.each([
  { status: "warning_needs_response", listed: 0, type: "charge.dispute.created", moves: 0 },
  { status: "warning_closed", listed: 0, type: "charge.dispute.closed", moves: 0 },
  { status: "needs_response", listed: 1, type: "charge.dispute.created", moves: 1 },
  { status: "needs_response", listed: 0, type: WITHDRAWN, moves: 1 },
  { status: "needs_response", listed: 1, type: WITHDRAWN, moves: 1 },
  { status: "under_review", listed: 2, type: WITHDRAWN, moves: 3 },
  { status: "lost", listed: 1, type: "charge.dispute.closed", moves: 1 },
  { status: "lost", listed: 0, type: "charge.dispute.closed", moves: 1 },
  { status: "lost", listed: 2, type: "charge.dispute.closed", moves: 3 },
  { status: "won", listed: 2, type: "charge.dispute.closed", moves: 2 },
  { status: "won", listed: 1, type: "charge.dispute.closed", moves: 2 },
  { status: "won", listed: 0, type: "charge.dispute.closed", moves: 2 },
  { status: "won", listed: 3, type: "charge.dispute.closed", moves: 4 },
  { status: "under_review", listed: 1, type: REINSTATED, moves: 2 },
  { status: "under_review", listed: 0, type: REINSTATED, moves: 2 },
  { status: "under_review", listed: 3, type: REINSTATED, moves: 4 },
  { status: "under_review", listed: 1, type: "charge.dispute.updated", moves: 1 },
])(
  "$status with $listed movements in $type: its money moved $moves times",
  ({ status, listed, type, moves }) => {
    const balance_transactions = Array.from({ length: listed }, () => ({}));
    expect(disputeFacts(dispute({ status, balance_transactions }), type)?.moves).toBe(moves);
  },
);

test("a dispute read from Stripe instead of an event counts by its movements alone", () => {
  expect(disputeFacts(dispute({ balance_transactions: [{}] }))?.moves).toBe(1);
  expect(disputeFacts(dispute({ balance_transactions: undefined }))?.moves).toBe(0);
});
