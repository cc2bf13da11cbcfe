import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop, starterPack } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";

const titlesOf = ({ html }: Page) => [...html.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);

test("each page of a portal says in its one title what it is, and then whose", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  const purchase = `/purchases/${checkout.purchaseId}`;
  const titles: Record<string, string> = {
    "/credits": "Credits",
    "/billing": "Billing",
    "/billing/purchases": "Purchases · Billing",
    "/history": "History",
    "/account": "Account",
    [purchase]: "Waiting for your payment",
    [`${purchase}?cancelled`]: "You cancelled",
    [`${purchase}/again`]: "A payment is still being confirmed",
    [`${purchase}/receipt`]: "There is no receipt for this purchase",
    "/sign-in": "Sign in",
    "/sign-in/link/nothing": "This link no longer works",
    "/purchases/purchase_of_nobody": "Not found",
    "/nothing-here": "Not found",
  };
  for (const [path, title] of Object.entries(titles)) {
    expect(titlesOf(await ana.browser.get(path)), path).toEqual([`${title} · ${shop.title}`]);
  }
  await checkout.pays();
  expect(titlesOf(await ana.browser.get(purchase))).toEqual([`Credits added · ${shop.title}`]);
  expect(titlesOf(await ana.browser.get(`${purchase}/receipt`))).toEqual([`Receipt · ${shop.title}`]);
  const inGerman = await ana.browser.get("/account", { "accept-language": "de" });
  expect(titlesOf(inGerman)).toEqual([`Konto · ${shop.title}`]);
});

test("a page of the dashboard has one title too", async () => {
  const { browser } = await (await openShop()).owner();
  const { html } = await browser.get("/settings/customer-credit-plans");
  expect(titlesOf({ html } as Page)).toEqual(["Customer Credit Plans · Topup"]);
});

test("what a purchase came to is read under Billing", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { purchaseId } = await ana.chooses("Starter Pack");
  const current = ({ html }: Page) => /<a [^>]*aria-current="page"[^>]*>([^<]*)</.exec(html)?.[1];
  for (const path of ["", "/receipt", "/again"])
    expect(current(await ana.browser.get(`/purchases/${purchaseId}${path}`)), path).toBe("Billing");
  expect(current(await ana.browser.get("/history"))).toBe("History");
});

test("support, terms and privacy can be read before an address is typed", async () => {
  const shop = await openShop();
  await env.DB.prepare("UPDATE portals SET terms_url = ?2, privacy_url = ?3 WHERE partner_id = ?1")
    .bind(shop.partnerId, "https://acme.test/terms", "https://acme.test/privacy")
    .run();
  const { html } = await new Visitor(shop.host).get("/sign-in");
  for (const href of [
    "https://acme.test/terms",
    "https://acme.test/privacy",
    `mailto:help@${shop.name}.test`,
  ])
    expect(html).toContain(`href="${href}"`);
});
