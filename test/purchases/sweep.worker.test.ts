import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { cron, stripe } from "../shop/outside";
import type { Customer } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";

const grownOlder = (hours: number) =>
  env.DB.batch([
    env.DB.prepare("UPDATE purchases SET opened_at = opened_at - ?").bind(hours * 3_600_000),
    env.DB.prepare("UPDATE purchase_checks SET next_at = next_at - ?").bind(hours * 3_600_000),
  ]);

const checksOf = (purchaseId: string) =>
  env.DB.prepare("SELECT times FROM purchase_checks WHERE purchase_id = ?").bind(purchaseId).first("times");

async function paidUnheard(customer: Customer): Promise<string> {
  const checkout = await customer.chooses("Starter Pack");
  await stripe.fault({ action: "drop", type: "checkout.session.completed", times: 1 });
  await checkout.pays();
  await stripe.clearFaults();
  await customer.walletIsCopied();
  return checkout.purchaseId;
}

test("F8 all webhooks are lost and nobody comes back: one sweep credits everybody, a second changes nothing", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const customers = await Promise.all(["ana", "ben", "cleo"].map((name) => shop.customer(name)));
  for (const customer of customers) await paidUnheard(customer);
  for (const customer of customers) expect(await customer.entries()).toEqual([]);
  await grownOlder(72);

  await cron();
  for (const customer of customers) expect(await customer.entries()).toHaveLength(1);

  for (const customer of customers) await customer.walletIsCopied();
  await grownOlder(72);
  await cron();
  for (const customer of customers) expect(await customer.entries()).toHaveLength(1);
});

test("a late webhook after the sweep credits nothing more", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await paidUnheard(ana);
  await grownOlder(1);
  await cron();

  const [completed] = await stripe.events(shop.accountId, "checkout.session.completed");
  await stripe.resend(completed?.id ?? "", { times: 3 });
  expect(await ana.entries()).toHaveLength(1);
});

test("a purchase that was just opened is left alone; one that keeps waiting is asked about ever more seldom", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { purchaseId } = await ana.chooses("Starter Pack");
  await ana.walletIsCopied();
  await cron();
  expect(await checksOf(purchaseId)).toBeNull();

  await grownOlder(0.1);
  await cron();
  await cron();
  expect(await checksOf(purchaseId)).toBe(1);
  await grownOlder(0.6);
  await cron();
  await grownOlder(0.6);
  await cron();
  expect(await checksOf(purchaseId)).toBe(2);
});

test("while Stripe is away a sweep changes nothing, and a later one credits", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await paidUnheard(ana);
  await grownOlder(1);
  await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: 100 });
  await cron();
  expect(await ana.entries()).toEqual([]);

  await stripe.clearFaults();
  await grownOlder(1);
  await cron();
  expect(await ana.entries()).toHaveLength(1);
});
