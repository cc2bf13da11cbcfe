import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { appRoutes, doorsOf } from "../http/app-routes";
import { inboxOf, stripe } from "../shop/outside";
import { DECLINED_CARD } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";

const OUR_NAME = /topup/i;
const PLATFORM = /localhost:8787\b(?<!\.localhost:8787)/;

/** Where a page says the platform's name: in its text, its source, its headers or its cookies. */
const tellsOn = ({ html, headers }: Page) =>
  [html, ...[...headers].map(([name, value]) => `${name}: ${value}`)]
    .flatMap((part) => part.split(/[\n>]/))
    .filter((line) => OUR_NAME.test(line) || PLATFORM.test(line));

async function expectOnlyPartnersName(browser: Visitor, paths: string[]): Promise<Page[]> {
  const told: string[] = [];
  const pages: Page[] = [];
  for (const path of paths) {
    const page = await browser.get(path);
    pages.push(page);
    for (const line of tellsOn(page)) told.push(`${path} (${page.status}): ${line.slice(0, 200)}`);
  }
  expect(told).toEqual([]);
  return pages;
}

/** Every address that a portal has, by every door, with this purchase in the place of an example. */
const pathsOf = (purchaseId: string) =>
  appRoutes({ ":purchaseId": purchaseId })
    .filter(({ site }) => site !== "dashboard")
    .flatMap((route) => doorsOf(route).map(({ path }) => path));

async function buysAndFails(shop: Shop) {
  const ana = await shop.customer();
  const declined = await ana.chooses("Starter Pack");
  await declined.pays(DECLINED_CARD);
  const { purchaseId, session } = await ana.chooses("Starter Pack");
  await stripe.pay(session.id, "4242424242424242");
  await ana.walletIsCopied();
  return { ana, purchaseId, declined };
}

test("L67 no page of a portal, by any door, says another name than the partner's: signed in, signed out, refused, not found", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const { ana, purchaseId, declined } = await buysAndFails(shop);
  const paths = [...pathsOf(purchaseId), `/purchases/${declined.purchaseId}?cancelled`, "/favicon.ico"];
  const pages = await expectOnlyPartnersName(ana.browser, paths);
  expect(
    pages.filter(({ status, text }) => status === 200 && text.includes(shop.title)).length,
  ).toBeGreaterThan(7);
  await expectOnlyPartnersName(new Visitor(shop.host), paths);

  for (const change of ["portal_access = 'blocked'", "portal_access = 'active'"]) {
    await env.DB.prepare(`UPDATE customers SET ${change} WHERE id = ?`).bind(ana.id).run();
    if (change.includes("active")) {
      await env.DB.prepare("UPDATE portals SET enabled = 0 WHERE partner_id = ?").bind(shop.partnerId).run();
    }
    for (const page of await expectOnlyPartnersName(ana.browser, ["/credits", "/history", "/sign-in"])) {
      expect(page.text).toMatch(change.includes("blocked") ? /./ : new RegExp(`help@${shop.name}`));
    }
  }
});

test("L85 nor does a message that a customer gets, from its sender to its last link", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const { ana } = await buysAndFails(shop);
  const mails = await inboxOf(ana.email, "", 2);
  expect(mails.length).toBeGreaterThan(1);
  for (const { from, subject, text, html, links } of mails) {
    expect(from).toContain(shop.title);
    for (const part of [subject, text, html, ...links]) expect(part).not.toMatch(OUR_NAME);
    for (const link of links) expect(new URL(link).host).toBe(shop.host);
  }
});

test("a form that is refused is answered in the partner's name and colour too", async () => {
  const shop = await openShop();
  await env.DB.prepare("UPDATE portals SET brand_color = '#7c3aed' WHERE partner_id = ?")
    .bind(shop.partnerId)
    .run();
  const stranger = new Visitor(shop.host);
  for (const [path, status] of [
    ["/no-page", 404],
    ["/language", 422],
    ["/preview/a-ticket-of-nobody", 422],
    ["/sign-in/link/a-token-of-nobody", 422],
  ] as const) {
    const page = await stranger.post(path, { language: "xx" });
    expect(page.status, path).toBe(status);
    expect(page.html, path).toContain(shop.title);
    expect(page.html, path).toContain(":root{--brand:#7c3aed");
  }
  await env.DB.prepare("UPDATE portals SET enabled = 0 WHERE partner_id = ?").bind(shop.partnerId).run();
  const closed = await stranger.post("/sign-in", { email: "ana@customer.test", next: "/" });
  expect([closed.status, closed.html.includes(shop.title)]).toEqual([403, true]);
});
