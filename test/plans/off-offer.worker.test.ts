import { expect, test } from "vitest";
import { cron, stripe } from "../shop/outside";
import type { Checkout, Customer, Owner } from "../shop/people";
import { openShop, proBundle, type Shop, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { pathOf, planRecords } from "./plan-rows";

/** A shop with a customer whose payment page for the Starter Pack is open, and D1 knows of it. */
async function openCheckout() {
  const shop = await openShop({ plans: [starterPack, proBundle] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const plan = (await planRecords(shop)).find(({ name }) => name === "Starter Pack");
  const checkout = await ana.chooses("Starter Pack");
  await ana.walletIsCopied();
  return { shop, owner, ana, checkout, path: pathOf(String(plan?.id)) };
}

const statusOf = async ({ accountId }: Shop, { sessionId }: Checkout) =>
  (await stripe.read<{ status: string }>(`checkout/sessions/${sessionId}`, accountId)).status;

const stateOf = async (customer: Customer, { purchaseId }: Checkout) =>
  (await customer.wallet((wallet) => wallet.purchase(purchaseId)))?.purchase.state;

/** Checkouts are ended after the answer, so the last step of it is waited for. */
async function comesTo(state: string, customer: Customer, checkout: Checkout) {
  await expect.poll(() => stateOf(customer, checkout), { timeout: 5_000 }).toBe(state);
}

// One question and its two repetitions: Topup has given up when all three were turned down.
const ATTEMPTS = 3;
const stripeEndsNothing = ({ sessionId }: Checkout) =>
  stripe.fault({
    action: "status",
    status: 503,
    path: `/v1/checkout/sessions/${sessionId}/expire`,
    times: ATTEMPTS,
  });
const topupHasGivenUp = () => expect.poll(stripe.faultsLeft, { timeout: 10_000 }).toBe(0);

const takenOff: [string, (owner: Owner, path: string) => Promise<unknown>][] = [
  ["switched off", ({ browser }, path) => browser.post(`${path}/active`, { to: "off" })],
  ["deleted", ({ browser }, path) => browser.post(`${path}/delete`, {})],
  [
    "edited to be inactive",
    async ({ browser }, path) => {
      const version = fieldOf(await browser.get(path), "version");
      await browser.post(path, { version, name: "Starter Pack", credits: "1000", price: "49" });
    },
  ],
];

test.each(takenOff)(
  "L49 a plan that is %s disappears immediately, and its open payment page is closed at Stripe",
  async (_how, takeOff) => {
    const { shop, owner, ana, checkout, path } = await openCheckout();
    const other = await ana.chooses("Pro Bundle");
    await ana.walletIsCopied();
    await takeOff(owner, path);
    expect((await ana.browser.get("/credits")).text).not.toContain("Starter Pack");

    await comesTo("expired", ana, checkout);
    expect(await statusOf(shop, checkout)).toBe("expired");
    expect((await ana.browser.get(checkout.session.cancel_url)).text).toContain(
      "The payment page expired Nothing was charged and no credits were added.",
    );
    // What else the customer was about to pay for goes on.
    expect(await statusOf(shop, other)).toBe("open");
    await other.pays();
    expect((await ana.sees()).balance).toBe("5,000");
  },
);

test("L49 one partner's switch ends nothing of another's", async () => {
  const [here, there] = [await openCheckout(), await openCheckout()];
  await here.owner.browser.post(`${here.path}/active`, { to: "off" });
  await comesTo("expired", here.ana, here.checkout);
  expect(await statusOf(there.shop, there.checkout)).toBe("open");
});

test("B7 a payment that was made before the plan went off, and of which nobody told, is credited as agreed", async () => {
  const { owner, ana, checkout, path } = await openCheckout();
  await stripe.fault({ action: "drop", type: "checkout.session.completed", times: 1 });
  await checkout.pays();
  await stripe.clearFaults();
  expect(await ana.entries()).toEqual([]);

  await owner.browser.post(`${path}/delete`, {});
  await comesTo("credited", ana, checkout);
  expect((await ana.sees()).balance).toBe("1,000");
});

test("B7 a payment that slips through, while Stripe does not end the checkout, is credited as agreed", async () => {
  const { owner, ana, checkout, path } = await openCheckout();
  await stripeEndsNothing(checkout);
  await owner.browser.post(`${path}/active`, { to: "off" });
  await topupHasGivenUp();
  await stripe.fault({ action: "drop", type: "checkout.session.completed", times: 1 });
  await checkout.pays();
  expect(await ana.entries()).toEqual([]);
  await cron();
  expect(await ana.sees()).toMatchObject({
    balance: "1,000",
    history: [expect.stringContaining("Starter Pack")],
  });
  expect(await ana.entries()).toHaveLength(1);
});

test("B7 a checkout that was ended first cannot be paid, and charges nobody", async () => {
  const { owner, ana, checkout, path } = await openCheckout();
  await owner.browser.post(`${path}/active`, { to: "off" });
  await comesTo("expired", ana, checkout);
  await expect(checkout.pays()).rejects.toThrow("has expired");
  expect(await ana.entries()).toEqual([]);
});

test("B7 while Stripe is away the plan goes off all the same, and the next sweep ends the checkout", async () => {
  const { shop, owner, ana, checkout, path } = await openCheckout();
  await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: ATTEMPTS });
  const answer = await owner.browser.post(`${path}/active`, { to: "off" });
  expect(answer.status).toBe(303);
  expect((await ana.browser.get("/credits")).text).not.toContain("Starter Pack");
  await topupHasGivenUp();
  expect(await stateOf(ana, checkout)).toBe("open");

  await cron();
  expect(await stateOf(ana, checkout)).toBe("expired");
  expect(await statusOf(shop, checkout)).toBe("expired");
});

test("L50 a plan that is on offer again by then keeps its open checkout", async () => {
  const { owner, ana, checkout, path } = await openCheckout();
  await stripeEndsNothing(checkout);
  await owner.browser.post(`${path}/active`, { to: "off" });
  await topupHasGivenUp();
  await owner.browser.post(`${path}/active`, { to: "on" });
  await cron();
  expect(await stateOf(ana, checkout)).toBe("open");
  await checkout.pays();
  expect((await ana.sees()).balance).toBe("1,000");
});
