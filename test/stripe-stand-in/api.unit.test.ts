import Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RunningStandIn, runStandIn, SECRET_KEY } from "./run-stand-in";
import { newSession } from "./shopping";

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
});

/** The error of a call that must be refused. */
async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await call.then(
    () => new Error("It was not refused"),
    (reason: unknown) => reason,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw error;
}

function send(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Response> {
  return fetch(standIn.origin + path, {
    method,
    headers: { authorization: `Bearer ${SECRET_KEY}`, ...headers },
  });
}

test("the same Idempotency-Key and parameters give the first answer again", async () => {
  const options = { idempotencyKey: "checkout:1" };
  const first = await stripe.checkout.sessions.create(newSession(), options);
  const again = await stripe.checkout.sessions.create(newSession(), options);

  expect(again.id).toBe(first.id);
  expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("the same Idempotency-Key with other parameters is refused", async () => {
  const options = { idempotencyKey: "checkout:1" };
  await stripe.checkout.sessions.create(newSession(), options);
  const other = newSession({ client_reference_id: "purchase_2" });
  const error = await refusal(stripe.checkout.sessions.create(other, options));
  expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  expect(error.statusCode).toBe(400);
});

test("the same Idempotency-Key means something else in another account", async () => {
  const options = { idempotencyKey: "checkout:1" };
  const first = await stripe.checkout.sessions.create(newSession(), options);
  const other = standIn.stripe(await standIn.openAccount());
  expect((await other.checkout.sessions.create(newSession(), options)).id).not.toBe(first.id);
});

test("after a day an Idempotency-Key is a new one, whatever it was used for", async () => {
  const options = { idempotencyKey: "checkout:1" };
  const first = await stripe.checkout.sessions.create(newSession(), options);
  await standIn.control("clock", { advance_seconds: 23 * 3600 });
  expect((await stripe.checkout.sessions.create(newSession(), options)).id).toBe(first.id);
  await standIn.control("clock", { advance_seconds: 2 * 3600 });
  const other = newSession({ client_reference_id: "purchase_2" });
  expect((await stripe.checkout.sessions.create(other, options)).id).not.toBe(first.id);
  await standIn.control("clock", { advance_seconds: -25 * 3600 });
});

test("while the first request is still running its Idempotency-Key answers 409, afterwards its result", async () => {
  await standIn.control("faults", { action: "timeout", path: "/v1/checkout/sessions", delay_ms: 600 });
  const options = { idempotencyKey: "checkout:slow" };
  const slow = stripe.checkout.sessions.create(newSession(), options);
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect(await refusal(stripe.checkout.sessions.create(newSession(), options))).toMatchObject({
    statusCode: 409,
    code: "idempotency_key_in_use",
  });
  const { id } = await slow;
  expect((await stripe.checkout.sessions.create(newSession(), options)).id).toBe(id);
});

test("a caller that gave up finds its work done when it asks again", async () => {
  await standIn.control("faults", { action: "timeout", path: "/v1/checkout/sessions", delay_ms: 600 });
  const options = { idempotencyKey: "checkout:impatient" };
  await refusal(stripe.checkout.sessions.create(newSession(), { ...options, timeout: 100 }));
  await new Promise((resolve) => setTimeout(resolve, 900));

  await stripe.checkout.sessions.create(newSession(), options);
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(1);
});

test("when the reply is lost the work is done, and the same key brings its result", async () => {
  await standIn.control("faults", { action: "lost_reply", path: "/v1/checkout/sessions" });
  const options = { idempotencyKey: "checkout:lost" };
  expect((await refusal(stripe.checkout.sessions.create(newSession(), options))).statusCode).toBe(500);
  const { data } = await stripe.checkout.sessions.list();
  expect(data).toHaveLength(1);
  expect((await stripe.checkout.sessions.create(newSession(), options)).id).toBe(data[0]?.id);
});

test.each([429, 500, 503] as const)("a fault with status %i does nothing, once", async (status) => {
  await standIn.control("faults", { action: "status", status, path: "/v1/checkout/sessions" });
  expect((await refusal(stripe.checkout.sessions.create(newSession()))).statusCode).toBe(status);
  expect((await stripe.checkout.sessions.list()).data).toHaveLength(0);
});

test("a key that Stripe would not know is refused with 401", async () => {
  for (const authorization of ["", "Bearer sk_test_1", "Bearer sk_live_1234567890", "Basic !"]) {
    expect((await send("/v1/balance", { authorization })).status, authorization).toBe(401);
  }
  expect((await send("/v1/balance", { authorization: `Basic ${btoa(`${SECRET_KEY}:`)}` })).status).toBe(200);
});

test("another account's session does not exist here", async () => {
  const { id } = await stripe.checkout.sessions.create(newSession());
  for (const elsewhere of [standIn.stripe(), standIn.stripe(await standIn.openAccount())]) {
    const error = await refusal(elsewhere.checkout.sessions.retrieve(id));
    expect(error).toMatchObject({ statusCode: 404, code: "resource_missing", param: "session" });
  }
});

test("an account that is unknown, or that cut the tie, is refused with 403", async () => {
  const unknown = standIn.stripe("acct_nobody");
  expect(await refusal(unknown.balance.retrieve())).toMatchObject({
    statusCode: 403,
    code: "account_invalid",
  });

  await standIn.control(`accounts/${account}/deauthorize`);
  expect(await refusal(stripe.balance.retrieve())).toMatchObject({
    statusCode: 403,
    code: "account_invalid",
  });
});

test("an account without enabled charges can sell nothing", async () => {
  await standIn.control(`accounts/${account}/restrict`);
  const error = await refusal(stripe.checkout.sessions.create(newSession()));
  expect(error.message).toContain("cannot currently make charges");
});

test("an unknown URL and an unknown parameter are refused in Stripe's words", async () => {
  const nowhere = await send("/v1/nowhere");
  expect(nowhere.status).toBe(404);
  expect(await nowhere.json()).toMatchObject({
    error: { message: expect.stringContaining("Unrecognized request URL (GET: /v1/nowhere)") },
  });
  expect(nowhere.headers.get("request-id")).toMatch(/^req_/);

  const path = "/v1/checkout/sessions?line_items[0][colour]=red&mode=payment";
  const surprised = await send(path, {}, "POST");
  expect(await surprised.json()).toMatchObject({
    error: { code: "parameter_unknown", param: "line_items[0][colour]" },
  });
});

test.each<[why: string, changes: Stripe.Checkout.SessionCreateParams, problem: object]>([
  ["no address to return to", { success_url: "" }, { param: "success_url" }],
  ["an amount under the minimum", { line_items: [item(49)] }, { code: "amount_too_small" }],
  ["a fee above the amount", fee(4901), { param: "payment_intent_data[application_fee_amount]" }],
  ["an expiry too soon", { expires_at: inSeconds(29 * 60) }, { param: "expires_at" }],
  ["an expiry too late", { expires_at: inSeconds(25 * 3600) }, { param: "expires_at" }],
  [
    "a customer who does not exist",
    { customer: "cus_nobody" },
    { code: "resource_missing", param: "customer" },
  ],
])("a session with %s is refused", async (_why, changes, problem) => {
  expect(await refusal(stripe.checkout.sessions.create(newSession(changes)))).toMatchObject(problem);
});

function item(unit_amount: number): Stripe.Checkout.SessionCreateParams.LineItem {
  return { quantity: 1, price_data: { currency: "usd", unit_amount, product_data: { name: "Pack" } } };
}

function fee(application_fee_amount: number): Stripe.Checkout.SessionCreateParams {
  return { payment_intent_data: { application_fee_amount } };
}

function inSeconds(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

test("payment_method_types is refused from endive on and accepted before it", async () => {
  const create = (version: Record<string, string>) => {
    const params = new URLSearchParams({
      mode: "payment",
      success_url: "https://shop.test",
      "payment_method_types[0]": "card",
      "line_items[0][quantity]": "1",
      "line_items[0][price_data][currency]": "usd",
      "line_items[0][price_data][unit_amount]": "4900",
      "line_items[0][price_data][product_data][name]": "Pack",
    });
    return send(`/v1/checkout/sessions?${params}`, { "stripe-account": account, ...version }, "POST");
  };
  expect((await create({ "stripe-version": "2026-10-28.endive" })).status).toBe(400);
  expect((await create({ "stripe-version": "2026-03-25.dahlia" })).status).toBe(200);
  expect((await create({})).status).toBe(200);
});

test("a list is read page by page in both directions, newest first", async () => {
  const made: string[] = [];
  for (let count = 0; count < 5; count++)
    made.unshift((await stripe.checkout.sessions.create(newSession())).id);

  const first = await stripe.checkout.sessions.list({ limit: 2 });
  expect(first.has_more).toBe(true);
  const second = await stripe.checkout.sessions.list({ limit: 2, starting_after: String(made[1]) });
  const back = await stripe.checkout.sessions.list({ limit: 2, ending_before: String(made[3]) });
  const all = await stripe.checkout.sessions.list({ limit: 2 }).autoPagingToArray({ limit: 10 });

  expect(first.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
  expect(second.data.map(({ id }) => id)).toEqual(made.slice(2, 4));
  expect(back.data.map(({ id }) => id)).toEqual(made.slice(1, 3));
  expect(all.map(({ id }) => id)).toEqual(made);
  expect((await stripe.checkout.sessions.list({ created: { gt: inSeconds(60) } })).data).toEqual([]);
  expect((await stripe.checkout.sessions.list({ status: "complete" })).data).toEqual([]);
});
