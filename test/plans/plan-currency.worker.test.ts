import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { openShop, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { NEW_PLAN, PLAN_PAGES, planRows } from "./credit-plans-page";
import { pathOf, planRecords, versionRecords } from "./plan-rows";

const YEN = { name: "Starter Pack", credits: "1000", price: "4,900", currency: "jpy", active: "on" };

test("L25, L77 a plan of ¥4,900 is 4900 from the form to Stripe's page, and its fee is 122", async () => {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  expect((await owner.creates(YEN)).status).toBe(303);
  expect(await planRecords(shop)).toMatchObject([{ price_minor: 4_900, currency: "jpy" }]);
  expect((await ana.browser.get("/credits")).text).toContain("¥4,900");

  const { session, sessionId } = await ana.chooses("Starter Pack");
  expect(session).toMatchObject({ amount_total: 4_900, currency: "jpy" });
  const items = await stripe.read<{ data: { price: { unit_amount: number; currency: string } }[] }>(
    `checkout/sessions/${sessionId}/line_items`,
    shop.accountId,
  );
  expect(items.data).toMatchObject([{ price: { unit_amount: 4_900, currency: "jpy" } }]);
  await stripe.pay(sessionId, "4242424242424242");
  const { balance } = await ana.sees();
  expect(balance).toBe("1,000");
  await ana.walletIsCopied();
  expect((await owner.browser.get("/billing-and-invoices")).text).toContain("¥4,900");
});

test("L22 the form offers the currencies, the partner's own first chosen, and keeps what was chosen", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const form = await owner.browser.get(NEW_PLAN);
  expect(form.html).toMatch(/<option value="usd" selected="">USD – US Dollar/);
  expect(form.html).toMatch(/<option value="kwd">KWD – Kuwaiti Dinar/);

  const refused = await owner.creates({ ...YEN, price: "49.50" });
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/<option value="jpy" selected=""/);
  expect(refused.text).toContain("Price must be an amount such as 4900, without decimals");
  const unknown = await owner.creates({ ...YEN, currency: "gold" });
  expect(unknown.text).toContain("Choose a currency from the list");
  expect(await planRecords(shop)).toEqual([]);
});

test("L45 another currency is another version; plans are compared with those of their own currency only", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const owner = await shop.owner();
  await owner.creates({ ...YEN, name: "Yen Pack", credits: "5000" });
  await owner.creates({ ...YEN, name: "Large Yen Pack", credits: "10000", price: "8000" });
  const rows = planRows(await owner.browser.get(PLAN_PAGES[1]));
  expect(rows.find((row) => row.startsWith("Yen Pack"))).toMatch(/¥4,900 ¥0.98 –/);
  expect(rows.find((row) => row.startsWith("Large Yen Pack"))).toMatch(/¥8,000 ¥0.8 18 % less/);

  const [usd] = (await planRecords(shop)).filter(({ currency }) => currency === "usd");
  const path = pathOf(String(usd?.id));
  const version = fieldOf(await owner.browser.get(path), "version");
  const eur = { name: "Starter Pack", credits: "1000", price: "49", currency: "eur", active: "on" };
  expect((await owner.browser.post(path, { ...eur, version })).status).toBe(303);
  const versions = (await versionRecords(shop)).filter(({ plan_id }) => plan_id === usd?.id);
  expect(versions.at(-1)).toMatchObject({ version: 2, currency: "eur", price_minor: 4_900 });
});

test("L34 “Use” puts the suggested price into the form, without scripts too, and saves nothing", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const cost = { name: "Starter Pack", credits: "1000", unitCost: "30", margin: "60", currency: "usd" };
  const advised = await owner.browser.post(NEW_PLAN, { ...cost, price: "", intent: "advise" });
  expect(advised.html).toMatch(/<button[^>]*name="intent"[^>]*value="use-suggestion"[^>]*>Use \$49\.00</);
  const used = await owner.browser.post(NEW_PLAN, { ...cost, price: "", intent: "use-suggestion" });
  expect(used.status).toBe(200);
  expect(used.html).toMatch(/id="price"[^>]*value="49.00"|value="49.00"[^>]*id="price"/);
  expect(used.text).not.toContain("Use $49.00");
  expect(await planRecords(shop)).toEqual([]);
});
