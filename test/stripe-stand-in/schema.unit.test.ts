import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningStandIn, runStandIn, SECRET_KEY } from "./run-stand-in";
import { newSession, paidPayment, pay } from "./shopping";
import { loadStripeSchemas, type StripeSchemas } from "./stripe-schemas";

let standIn: RunningStandIn;
let schemas: StripeSchemas;
let account: string;
let stripe: Stripe;

beforeAll(async () => {
  schemas = loadStripeSchemas();
  standIn = await runStandIn();
  account = await standIn.openAccount();
  stripe = standIn.stripe(account);
}, 60_000);
afterAll(() => standIn.stop());

/** What really goes over the wire: the SDK would put its own classes in. */
async function get(path: string, scope: string | null = account): Promise<object> {
  const headers = { authorization: `Bearer ${SECRET_KEY}`, ...(scope ? { "stripe-account": scope } : {}) };
  const response = await fetch(`${standIn.origin}${path}`, { headers });
  expect(response.status, path).toBe(200);
  return (await response.json()) as object;
}

async function expectWellFormed(path: string, scope: string | null = account): Promise<void> {
  expect(schemas.problemsOf(await get(path, scope)), path).toEqual([]);
}

async function expectWellFormedList(path: string, scope: string | null = account): Promise<void> {
  const { data } = (await get(path, scope)) as { data: object[] };
  expect(data.length, path).toBeGreaterThan(0);
  expect(
    data.flatMap((object) => schemas.problemsOf(object)),
    path,
  ).toEqual([]);
}

test("the schemas tell a well-formed object from one with a field missing, unknown or of another kind", () => {
  const link = { object: "account_link", created: 1, expires_at: 2, url: "https://connect.test" };
  expect(schemas.problemsOf(link)).toEqual([]);
  expect(schemas.problemsOf({ object: "account_link", created: 1, expires_at: 2 })).toHaveLength(1);
  expect(schemas.problemsOf({ ...link, expires_at: "soon" })).toHaveLength(1);
  expect(schemas.problemsOf({ ...link, surprise: true })).toHaveLength(1);
});

test("the schemas know Stripe's closed lists of values, inside lists as well", async () => {
  const { id } = await stripe.checkout.sessions.create(newSession());
  const path = `/v1/checkout/sessions/${id}?expand[]=line_items`;
  const session = (await get(path)) as { line_items: { data: object[] } };
  expect(schemas.problemsOf(session)).toEqual([]);
  expect(schemas.problemsOf({ ...session, status: "nearly" })).not.toEqual([]);
  expect(schemas.problemsOf({ ...session, payment_status: undefined })).toHaveLength(1);
  const { quantity: _, ...item } = session.line_items.data[0] as { quantity: number };
  const line_items = { ...session.line_items, data: [item] };
  expect(schemas.problemsOf({ ...session, line_items })).not.toEqual([]);
});

test("a session has the shape of Stripe's types while it is open, paid, unpaid and expired", async () => {
  const open = await stripe.checkout.sessions.create(newSession());
  await expectWellFormed(`/v1/checkout/sessions/${open.id}`);
  await expectWellFormed(`/v1/checkout/sessions/${open.id}?expand[]=line_items`);
  await expectWellFormedList(`/v1/checkout/sessions/${open.id}/line_items`);
  await stripe.checkout.sessions.expire(open.id);
  await expectWellFormed(`/v1/checkout/sessions/${open.id}`);

  for (const card of ["4242424242424242", "bank_debit"]) {
    const { id } = await stripe.checkout.sessions.create(newSession());
    await pay(standIn, id, card);
    await expectWellFormed(`/v1/checkout/sessions/${id}?expand[]=payment_intent.latest_charge`);
  }
});

test("payments that succeed, wait, fail or ask for authentication have the shape of Stripe's types", async () => {
  for (const card of ["4242424242424242", "4000000000000002", "4000002760003184", "bank_debit"]) {
    const { id } = await stripe.checkout.sessions.create(newSession());
    await pay(standIn, id, card);
    const { payment_intent } = await stripe.checkout.sessions.retrieve(id);
    await expectWellFormed(`/v1/payment_intents/${payment_intent}`);
  }
  const euros = newSession({
    line_items: [
      { quantity: 2, price_data: { currency: "eur", unit_amount: 900, product_data: { name: "Small" } } },
    ],
  });
  await pay(standIn, (await stripe.checkout.sessions.create(euros)).id, "bank_debit");
  await expectWellFormedList("/v1/charges?limit=100");
  await expectWellFormedList("/v1/balance_transactions?limit=100");
  await expectWellFormedList("/v1/application_fees", null);
  await expectWellFormed("/v1/balance");
});

test("refunds and disputes have the shape of Stripe's types, whatever became of them", async () => {
  const { intent } = await paidPayment(standIn, stripe);
  await stripe.refunds.create({ payment_intent: intent, amount: 1000, refund_application_fee: true });
  await standIn.control(`payments/${intent}/refund_pending`, { amount: 500 });
  await standIn.control(`payments/${intent}/refund`, { amount: 400 });
  const { data } = await stripe.refunds.list({ payment_intent: intent });
  await standIn.control(`refunds/${data[0]?.id}/fail`);
  await expectWellFormedList(`/v1/refunds?payment_intent=${intent}`);
  await expectWellFormed(`/v1/payment_intents/${intent}?expand[]=latest_charge.refunds`);

  for (const [opening, closing] of [
    ["dispute", "win"],
    ["dispute", "lose"],
    ["inquiry", "win"],
  ] as const) {
    const { intent: disputed } = await paidPayment(standIn, stripe);
    await standIn.control(`payments/${disputed}/${opening}`);
    const { data: disputes } = await stripe.disputes.list({ payment_intent: disputed });
    await standIn.control(`disputes/${disputes[0]?.id}/${closing}`);
  }
  await expectWellFormedList("/v1/disputes");
});

test("accounts have the shape of Stripe's types in both versions of the API", async () => {
  const platform = standIn.stripe();
  const { id } = await platform.v2.core.accounts.create({
    contact_email: "new@example.com",
    display_name: "New Agency",
    dashboard: "full",
    identity: { country: "us" },
    configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
    defaults: { responsibilities: { fees_collector: "stripe", losses_collector: "stripe" } },
  });
  const include = ["configuration.merchant", "defaults", "identity", "requirements"];
  const query = include.map((part, index) => `include[${index}]=${part}`).join("&");
  for (const step of ["restrict", "complete"]) {
    await standIn.control(`accounts/${id}/${step}`);
    await expectWellFormed(`/v1/accounts/${id}`, null);
    await expectWellFormed(`/v2/core/accounts/${id}?${query}`, null);
  }
  const urls = { refresh_url: "https://app.test/refresh", return_url: "https://app.test/return" };
  const link = await platform.accountLinks.create({ account: id, type: "account_onboarding", ...urls });
  expect(schemas.problemsOf({ ...link })).toEqual([]);
  const newLink = await platform.v2.core.accountLinks.create({
    account: id,
    use_case: { type: "account_onboarding", account_onboarding: urls },
  });
  expect(schemas.problemsOf(JSON.parse(JSON.stringify(newLink)))).toEqual([]);
});

test("catalogue, customers and endpoints have the shape of Stripe's types", async () => {
  const product = await stripe.products.create({ name: "Starter Pack" });
  const price = await stripe.prices.create({ product: product.id, unit_amount: 4900, currency: "usd" });
  const customer = await stripe.customers.create({ email: "ana@example.com" });
  await expectWellFormed(`/v1/products/${product.id}`);
  await expectWellFormed(`/v1/prices/${price.id}?expand[]=product`);
  await expectWellFormed(`/v1/customers/${customer.id}`);
  await expectWellFormedList("/v1/webhook_endpoints", null);
});

test("every event of this walk, and the object in it, has the shape of Stripe's types", async () => {
  await standIn.control("deliver");
  const events = standIn.inbox.received.map(({ event }) => event);
  expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(20);
  for (const event of events) {
    const { object } = event.data;
    expect(schemas.problemsOf({ ...event, data: { object: {} } }), event.type).toEqual([]);
    expect(schemas.problemsOf(object), event.type).toEqual([]);
  }
});
