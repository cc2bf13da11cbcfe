import type Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RunningStandIn, runStandIn } from "./run-stand-in";
import { newSession, pay } from "./shopping";

let standIn: RunningStandIn;
let account: string;
let stripe: Stripe;

beforeAll(async () => {
  standIn = await runStandIn();
}, 30_000);
afterAll(() => standIn.stop());
beforeEach(async () => {
  account = await standIn.openAccount();
  stripe = standIn.stripe(account);
  standIn.inbox.clear();
});

test("a paid session tells the application everything, in order, before the buyer comes back", async () => {
  const session = await stripe.checkout.sessions.create(
    newSession({ success_url: "https://shop.test/thanks?session={CHECKOUT_SESSION_ID}" }),
  );
  expect(session).toMatchObject({ status: "open", payment_intent: null, amount_total: 4900 });

  const paid = await pay(standIn, session.id, "4242424242424242");

  expect(paid).toEqual({ status: "paid", redirect_url: `https://shop.test/thanks?session=${session.id}` });
  expect(standIn.inbox.types()).toEqual([
    "payment_intent.created",
    "charge.succeeded",
    "payment_intent.succeeded",
    "application_fee.created",
    "checkout.session.completed",
  ]);
  const completed = standIn.inbox.received.at(-1)?.event;
  expect(completed).toMatchObject({ account, api_version: "2026-10-28.endive", livemode: false });
});

test("a declined card leaves the session open, and another card then pays it", async () => {
  const session = await stripe.checkout.sessions.create(newSession());

  const declined = await pay(standIn, session.id, "4000000000009995");
  expect(declined).toMatchObject({
    status: "declined",
    redirect_url: null,
    decline: { decline_code: "insufficient_funds", message: "Your card has insufficient funds." },
  });
  expect(standIn.inbox.types()).toEqual([
    "payment_intent.created",
    "charge.failed",
    "payment_intent.payment_failed",
  ]);
  expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: "open" });

  expect(await pay(standIn, session.id, "4242424242424242")).toMatchObject({ status: "paid" });
  const { data } = await stripe.charges.list();
  expect(data.map(({ status }) => status)).toEqual(["succeeded", "failed"]);
  expect(new Set(data.map(({ payment_intent }) => payment_intent)).size).toBe(1);
});

test("an expired session cannot be paid", async () => {
  const session = await stripe.checkout.sessions.create(newSession());
  await standIn.control("clock", { advance_seconds: 25 * 3600 });

  expect(standIn.inbox.types()).toEqual(["checkout.session.expired"]);
  expect(await pay(standIn, session.id, "4242424242424242")).toMatchObject({
    error: { code: "checkout_session_expired" },
  });
});

test("a bank debit completes the session unpaid and settles later", async () => {
  const session = await stripe.checkout.sessions.create(newSession());
  expect(await pay(standIn, session.id, "bank_debit")).toMatchObject({ status: "processing" });
  const complete = await stripe.checkout.sessions.retrieve(session.id);
  expect(complete).toMatchObject({ status: "complete", payment_status: "unpaid" });

  await standIn.control(`payments/${complete.payment_intent}/settle`);

  expect(standIn.inbox.types().slice(-4)).toEqual([
    "charge.succeeded",
    "payment_intent.succeeded",
    "application_fee.created",
    "checkout.session.async_payment_succeeded",
  ]);
});

test("a bank debit that fails leaves the session complete and unpaid", async () => {
  const session = await stripe.checkout.sessions.create(newSession());
  await pay(standIn, session.id, "bank_debit");
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id);

  await standIn.control(`payments/${payment_intent}/fail`);

  expect(standIn.inbox.types().slice(-3)).toEqual([
    "charge.failed",
    "payment_intent.payment_failed",
    "checkout.session.async_payment_failed",
  ]);
  expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: "unpaid" });
});

test("3-D Secure pays when it is completed, and declines when it is failed", async () => {
  const session = await stripe.checkout.sessions.create(newSession());
  const asked = await pay(standIn, session.id, "4000002760003184");
  expect(asked).toMatchObject({ status: "requires_action" });
  expect(await pay(standIn, session.id, "4000002760003184", { authentication: "fail" })).toMatchObject({
    status: "declined",
    decline: { code: "payment_intent_authentication_failure" },
  });
  expect(await pay(standIn, session.id, "4000002760003184", { authentication: "complete" })).toMatchObject({
    status: "paid",
  });
});
