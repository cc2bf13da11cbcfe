import type Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RunningStandIn, runStandIn } from "./run-stand-in";
import { newSession, paidPayment, pay } from "./shopping";

let standIn: RunningStandIn;
let stripe: Stripe;
let intent: string;
let charge: string;

beforeAll(async () => {
  standIn = await runStandIn();
}, 30_000);
afterAll(() => standIn.stop());
beforeEach(async () => {
  stripe = standIn.stripe(await standIn.openAccount());
  ({ intent, charge } = await paidPayment(standIn, stripe));
  standIn.inbox.clear();
});

test("refunds add up on the charge, and never to more than was paid", async () => {
  await stripe.refunds.create({ payment_intent: intent, amount: 1900 });
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 1900, refunded: false });
  await expect(stripe.refunds.create({ charge, amount: 3001 })).rejects.toThrow(
    "greater than unrefunded amount",
  );
  // The events of two calls are delivered side by side; this test wants them one after the other.
  await standIn.control("deliver");

  await stripe.refunds.create({ charge });
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 4900, refunded: true });
  await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: "charge_already_refunded" });
  await standIn.control("deliver");
  const told = standIn.inbox.received.map(({ event }) => [event.type, event.data.previous_attributes]);
  expect(told).toEqual([
    ["refund.created", undefined],
    ["charge.refunded", { amount_refunded: 0, receipt_url: null }],
    ["refund.created", undefined],
    ["charge.refunded", { amount_refunded: 1900, refunded: false, receipt_url: null }],
  ]);
});

test("the platform gives back its fee in proportion, when it is asked to", async () => {
  await stripe.refunds.create({ charge, amount: 2450, refund_application_fee: true });
  const { data } = await standIn.stripe().applicationFees.list({ charge });
  expect(data).toMatchObject([{ amount: 122, amount_refunded: 61 }]);
});

test("a refund that the bank sends back fails, and the charge counts as paid again", async () => {
  await standIn.control(`payments/${intent}/refund_failing`, { amount: 900 });
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 900 });
  const failed = await standIn.inbox.waitFor("refund.failed");
  expect(failed.data.object).toMatchObject({ status: "failed", failure_reason: "expired_or_canceled_card" });
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 0 });
});

test("a pending refund succeeds when it is completed", async () => {
  await standIn.control(`payments/${intent}/refund_pending`);
  const { data } = await stripe.refunds.list({ payment_intent: intent });
  expect(data).toMatchObject([{ status: "pending", amount: 4900 }]);
  await standIn.control(`refunds/${data[0]?.id}/complete`);
  expect(standIn.inbox.types()).toEqual(["refund.created", "charge.refunded", "refund.updated"]);
});

test.each([
  ["dispute", "win", "won", ["created", "funds_withdrawn", "closed", "funds_reinstated"]],
  ["dispute", "lose", "lost", ["created", "funds_withdrawn", "closed"]],
  ["inquiry", "win", "warning_closed", ["created", "closed"]],
])("%s and %s: the dispute ends %s", async (opening, closing, status, steps) => {
  await standIn.control(`payments/${intent}/${opening}`);
  const { data } = await stripe.disputes.list({ payment_intent: intent });
  await standIn.control(`disputes/${data[0]?.id}/${closing}`);
  expect((await stripe.disputes.list({ charge })).data).toMatchObject([{ status, amount: 4900 }]);
  expect(standIn.inbox.types()).toEqual(steps.map((step) => `charge.dispute.${step}`));
});

test("Stripe's dispute card is paid first and disputed right after", async () => {
  const { id } = await stripe.checkout.sessions.create(newSession());
  await pay(standIn, id, "4000000000000259");
  expect(standIn.inbox.types().slice(-3)).toEqual([
    "checkout.session.completed",
    "charge.dispute.created",
    "charge.dispute.funds_withdrawn",
  ]);
});
