import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import type { Customer } from "../shop/people";
import { openShop, proBundle, type Shop, starterPack } from "../shop/shop";
import { listedPlans, PLAN_PAGES, planRows } from "./credit-plans-page";
import { pathOf, planRecords } from "./plan-rows";

async function openSelling() {
  const shop = await openShop({ plans: [starterPack, proBundle] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const path = pathOf(String((await planRecords(shop)).find(({ name }) => name === "Starter Pack")?.id));
  return { shop, owner, ana, path, reads: async () => (await owner.browser.get(PLAN_PAGES[1])).text };
}

async function buys(customer: Customer, planName: string) {
  const checkout = await customer.chooses(planName);
  await checkout.pays();
  const found = await customer.wallet((wallet) => wallet.purchase(checkout.purchaseId));
  await customer.walletIsCopied();
  return found?.purchase.paymentIntentId ?? "";
}

const soldLongAgo = ({ partnerId }: Shop) =>
  env.DB.prepare("UPDATE sales_by_day SET day = '2020-02-29' WHERE partner_id = ?").bind(partnerId).run();

test("L52 the list says what each plan sold and earned, lately and in all, after money went back", async () => {
  const { shop, owner, ana } = await openSelling();
  await buys(ana, "Starter Pack");
  await soldLongAgo(shop);
  const payment = await buys(ana, "Starter Pack");
  await buys(await shop.customer("ben"), "Pro Bundle");
  expect(await listedPlans(owner)).toEqual([
    "Pro Bundle Popular Active 5,000 $199.00 $0.0398 19 % less 1 1 in 30 days $199.00",
    "Starter Pack Active 1,000 $49.00 $0.049 – 2 1 in 30 days $98.00",
  ]);

  await stripe.refund(payment, 900);
  await ana.walletIsCopied();
  expect((await listedPlans(owner))[1]).toBe(
    "Starter Pack Active 1,000 $49.00 $0.049 – 2 1 in 30 days $89.00",
  );
  const bySold = await owner.browser.get(`${PLAN_PAGES[1]}?sort=sold&order=descending`);
  expect(planRows(bySold).map((row) => row.slice(0, 7))).toEqual(["Starter", "Pro Bun"]);
});

test("L52 history and sold counts stay after a plan is off, and when it is edited", async () => {
  const { owner, ana, path } = await openSelling();
  await buys(ana, "Starter Pack");
  const { balance, history } = await ana.sees();
  await owner.browser.post(`${path}/active`, { to: "off" });
  expect(await listedPlans(owner)).toContain(
    "Starter Pack Inactive 1,000 $49.00 $0.049 – 1 1 in 30 days $49.00",
  );
  expect(await ana.sees()).toMatchObject({ balance, history });
});

test("L63 a plan that was bought is deleted, L65 and what it sold and earned stays in the sums below the list", async () => {
  const { owner, ana, path, reads } = await openSelling();
  await buys(ana, "Starter Pack");
  await buys(ana, "Starter Pack");
  expect(await reads()).not.toContain("Plans that are deleted");
  await owner.browser.post(`${path}/delete`, {});

  expect(await listedPlans(owner)).toHaveLength(1);
  expect(await reads()).toContain("Plans that are deleted: 2 sold, $98.00 net.");
  expect((await owner.browser.get("/billing-and-invoices")).text).toContain("Starter Pack");
  expect((await ana.sees()).balance).toBe("2,000");
});

test("L64 deleting a plan that nobody bought leaves no trace in the sums", async () => {
  const { owner, path, reads } = await openSelling();
  await owner.browser.post(`${path}/delete`, {});
  expect(await reads()).not.toContain("Plans that are deleted");
});

test("what was sold in another currency is never added up with it, and another partner's sales are not seen", async () => {
  const { shop, owner, ana } = await openSelling();
  await buys(ana, "Starter Pack");
  await env.DB.prepare(
    `INSERT INTO sales_by_day SELECT partner_id, day, 'eur', plan_id, 1, 0, 1, 100, 0, 0, 0 FROM sales_by_day
     WHERE partner_id = ?`,
  )
    .bind(shop.partnerId)
    .run();
  await buys(await (await openShop({ plans: [starterPack] })).customer(), "Starter Pack");
  expect((await listedPlans(owner))[1]).toContain("2 2 in 30 days €1.00 · $49.00");
});
