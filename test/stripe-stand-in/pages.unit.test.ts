import type Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RunningStandIn, runStandIn } from "./run-stand-in";
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
  standIn.inbox.clear();
});

/** Sends a form as a browser does, and stays where a redirect would lead away. */
async function submit(url: string, form: Record<string, string>) {
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  return { status: response.status, location: response.headers.get("location"), text: await response.text() };
}

const show = async (url: string) => (await fetch(url)).text();

test("a buyer sees what is bought, is told of a decline, and then pays without JavaScript", async () => {
  const session = await stripe.checkout.sessions.create(newSession({ customer_email: "<ana>@example.com" }));
  const url = String(session.url);
  const page = await show(url);
  expect(page).toContain("$49.00");
  expect(page).toContain("Starter Pack");
  expect(page).toContain("Test checkout");
  expect(page).toContain("&lt;ana&gt;@example.com");
  expect(page).not.toContain("<script");

  const declined = await submit(url, { email: "ana@example.com", card: "4000000000000069" });
  expect(declined.text).toContain("Your card has expired.");
  const paid = await submit(url, {
    email: "ana@example.com",
    card: "4000000000000069",
    number: "4242 4242 4242 4242",
  });
  expect(paid).toMatchObject({ status: 303, location: "https://shop.test/thanks" });
  expect(standIn.inbox.types()).toContain("checkout.session.completed");
  expect(await show(url)).toContain("You have already paid");
});

test("a buyer confirms at the bank, or is sent back to the page with the reason", async () => {
  const session = await stripe.checkout.sessions.create(newSession());
  const url = String(session.url);
  const first = await submit(url, { email: "ana@example.com", card: "4000002500003155" });
  expect(first.location).toContain("/c/authenticate/pi_");
  const failed = await submit(String(first.location), { answer: "fail" });
  expect(failed.location).toBe(`/c/pay/${session.id}`);
  expect(await show(url)).toContain("We are unable to authenticate your payment method");

  const second = await submit(url, { email: "ana@example.com", card: "4000002500003155" });
  const paid = await submit(String(second.location), { answer: "complete" });
  expect(paid.location).toBe("https://shop.test/thanks");
});

test("amounts are shown in the currency's own way", async () => {
  const yen = { currency: "jpy", unit_amount: 4900, product_data: { name: "Starter Pack" } };
  const { url } = await stripe.checkout.sessions.create(
    newSession({ line_items: [{ quantity: 1, price_data: yen }] }),
  );
  expect(await show(String(url))).toContain("¥4,900");
});

test("an expired session says so and leads back to the shop", async () => {
  const session = await stripe.checkout.sessions.create(newSession());
  await stripe.checkout.sessions.expire(session.id);
  const page = await show(String(session.url));
  expect(page).toContain("This checkout session has expired");
  expect(page).toContain('href="https://shop.test/credits"');
});

test("onboarding ends as the owner chooses, tells the application, and its link works once", async () => {
  const platform = standIn.stripe();
  const { id } = await platform.accounts.create({ email: "new@example.com" });
  const link = () =>
    platform.accountLinks.create({
      account: id,
      type: "account_onboarding",
      refresh_url: "https://app.test/refresh",
      return_url: "https://app.test/return",
    });
  const { url } = await link();
  expect(await submit(url, { progress: "unfinished" })).toMatchObject({
    location: "https://app.test/return",
  });
  expect(await platform.accounts.retrieve(id)).toMatchObject({
    details_submitted: false,
    charges_enabled: false,
  });
  expect(await submit(url, { progress: "complete" })).toMatchObject({ location: "https://app.test/refresh" });

  await submit((await link()).url, { progress: "complete" });
  expect(await platform.accounts.retrieve(id)).toMatchObject({
    details_submitted: true,
    charges_enabled: true,
  });
  const updated = await standIn.inbox.waitFor("account.updated");
  expect(updated).toMatchObject({ account: id, data: { previous_attributes: { charges_enabled: false } } });

  await submit((await link()).url, { progress: "restricted" });
  expect(await platform.accounts.retrieve(id)).toMatchObject({
    charges_enabled: false,
    requirements: { currently_due: ["individual.verification.document"] },
  });
});

test("the dashboard shows an account's payments and refunds one by the amount that was typed", async () => {
  const session = await stripe.checkout.sessions.create(newSession());
  await submit(String(session.url), { email: "ana@example.com", card: "4242424242424242" });
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id);
  const dashboard = `${standIn.origin}/dashboard/${account}`;
  expect(await show(dashboard)).toContain(String(payment_intent));

  const refunded = await submit(`${standIn.origin}/dashboard/payments/${payment_intent}/refund`, {
    amount: "12.50",
  });
  expect(refunded.location).toBe(`/dashboard/${account}`);
  expect(await show(dashboard)).toContain("Refund $12.50");
  const { data } = await stripe.refunds.list({ payment_intent: String(payment_intent) });
  expect(data).toMatchObject([{ amount: 1250, status: "succeeded" }]);
});

test("the dashboard shows every attempt to deliver an event and sends it again", async () => {
  await stripe.products.create({ name: "Pack" });
  const event = await standIn.inbox.waitFor("product.created");
  const url = `${standIn.origin}/dashboard/events/${event.id}`;
  expect((await submit(`${url}/resend`, {})).location).toBe(`/dashboard/events/${event.id}`);
  expect(standIn.inbox.types()).toEqual(["product.created", "product.created"]);
  expect((await show(url)).match(/<li>/g)).toHaveLength(2);
});
