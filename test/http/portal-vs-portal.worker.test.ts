import { env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../../app/ids";
import { asksForMail } from "../auth/sign-in-mail";
import { Customer } from "../shop/people";
import { openShop, type Shop } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";
import { type AppRoute, appRoutes, doorsOf } from "./app-routes";

const PLATFORM = "localhost:8787";

/** One person who is a customer of two portals, and has bought at both. */
let here: Side;
let there: Side;

interface Side {
  shop: Shop;
  ana: Customer;
  purchaseId: string;
  routes: AppRoute[];
  /** Words that stand nowhere but on this portal's pages. */
  secrets: string[];
}

beforeAll(async () => {
  here = await openSide("Herepack", 1_234);
  there = await openSide("Therepack", 5_678, here.ana.email);
});

async function openSide(pack: string, credits: number, email?: string): Promise<Side> {
  const shop = await openShop({ plans: [{ name: pack, credits, priceMinor: 4_900 }] });
  const ana = email ? await customerWith(shop, email) : await shop.customer("ana");
  const { purchaseId, sessionId } = await ana.chooses(pack);
  const routes = appRoutes({ ":purchaseId": purchaseId }).filter(({ site }) => site === "portal");
  const amount = credits.toLocaleString("en");
  return {
    shop,
    ana,
    purchaseId,
    routes,
    secrets: [pack, amount, purchaseId, sessionId, ana.id, shop.title],
  };
}

async function customerWith(shop: Shop, email: string): Promise<Customer> {
  const id = newId("customer");
  await env.DB.prepare(
    "INSERT INTO customers (id, partner_id, email, name, portal_access, created_at) VALUES (?, ?, ?, 'Ana', 'invited', 1)",
  )
    .bind(id, shop.partnerId, email)
    .run();
  const customer = new Customer(shop, id, email, new Visitor(shop.host));
  await customer.browser.post((await asksForMail(customer.browser, email)).link, {});
  return customer;
}

const everythingIn = ({ html, headers }: Page) => [html, ...headers.values()].join("\n");

const carried = (host: string, { browser }: { browser: Visitor }) => new Visitor(host).steal(browser.cookie);

test("each portal shows this person their own, so that the comparison means something", async () => {
  for (const { ana, routes, secrets } of [here, there]) {
    const page = await ana.browser.get("/credits");
    expect(page.text).toContain(secrets[0]);
    const seen = await Promise.all(routes.map(({ path }) => ana.browser.get(path)));
    expect(seen.filter(({ status }) => status === 200).length).toBeGreaterThan(5);
  }
});

test("the session of one portal opens no page, data or file of the other, though it is the same person", async () => {
  const leaks: string[] = [];
  for (const [own, other] of [
    [here, there],
    [there, here],
  ] as const) {
    const thief = carried(other.shop.host, own.ana);
    // What the other portal's own pages would have, and the addresses of one's own things over there.
    for (const route of [...other.routes, ...own.routes]) {
      for (const { door, path } of doorsOf(route)) {
        const page = await thief.get(path);
        const secrets = [...own.secrets, ...other.secrets.filter((secret) => secret !== other.shop.title)];
        // Where it leads back to names the address that was asked for, and no more.
        const told = everythingIn(page).replaceAll(encodeURIComponent(path), "").replaceAll(path, "");
        const leaked = secrets.filter((secret) => told.includes(secret) && !path.includes(secret));
        if (leaked.length > 0) leaks.push(`${door} of ${route.id}: ${leaked}`);
        if (page.status === 200 && door === "document") leaks.push(`${route.id} opened`);
      }
    }
  }
  expect(leaks).toEqual([]);
});

test("signed in to both, one finds on each only what was bought there", async () => {
  for (const [own, other] of [
    [here, there],
    [there, here],
  ] as const) {
    for (const route of other.routes.filter(({ path }) => path.includes(other.purchaseId))) {
      for (const { path } of doorsOf(route).filter(({ door }) => door !== "_data")) {
        const page = await own.ana.browser.get(path);
        expect(page.html, path).not.toContain(other.secrets[0]);
        if (!path.includes(".data")) expect(page.status, path).toBe(404);
      }
    }
    for (const file of ["/history.csv", "/billing/purchases.csv"]) {
      const { status, html } = await own.ana.browser.get(file);
      expect(status).toBe(200);
      for (const secret of other.secrets) expect(html).not.toContain(secret);
    }
  }
});

test("a portal's session sends no form of the other portal, and ends nothing there", async () => {
  const thief = carried(there.shop.host, here.ana);
  const before = await there.ana.entries();
  for (const [path, form] of [
    ["/credits", { planId: "plan_00000000000000000000000000", clickId: "click" }],
    ["/account", { place: "all" }],
    [`/purchases/${there.purchaseId}/again`, {}],
  ] as const) {
    const { status, location } = await thief.post(path, form);
    expect([302, 401, 404, 405], path).toContain(status);
    if (status === 302) expect(location).toMatch(/^\/sign-in/);
  }
  await thief.post("/sign-out", {});
  expect(await there.ana.entries()).toEqual(before);
  expect((await there.ana.browser.get("/credits")).status).toBe(200);
  expect((await here.ana.browser.get("/credits")).status).toBe(200);
});

test("signing out of one portal, even everywhere, leaves the other signed in", async () => {
  const again = await customerAgain(here);
  await again.post("/account", { place: "all" });
  expect((await here.ana.browser.get("/credits")).status).toBe(302);
  expect((await there.ana.browser.get("/credits")).status).toBe(200);
  await here.ana.browser.post((await asksForMail(here.ana.browser, here.ana.email)).link, {});
});

async function customerAgain({ shop, ana }: Side): Promise<Visitor> {
  const browser = new Visitor(shop.host);
  await browser.post((await asksForMail(browser, ana.email)).link, {});
  return browser;
}

test("a session follows its portal to another address and stays behind at the old one", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const moved = `moved-${shop.name}`;
  await env.DB.prepare("UPDATE portals SET subdomain = ? WHERE partner_id = ?")
    .bind(moved, shop.partnerId)
    .run();
  // Whoever gets the old name next gets nobody's sessions with it.
  const heir = await openShop();
  await env.DB.prepare("UPDATE portals SET subdomain = ? WHERE partner_id = ?")
    .bind(shop.name, heir.partnerId)
    .run();

  const atHeir = await ana.browser.get("/credits");
  expect(atHeir.status).toBe(302);
  expect((await ana.browser.get("/sign-in")).html).not.toContain(shop.title);
});

test("what was signed in on a partner's own domain is nothing on another portal, and nothing once the domain is gone or somebody else's", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const ana = await shop.customer();
  const name = `credits.${shop.name}.localhost`;
  const host = `${name}:8787`;
  await env.DB.prepare("UPDATE portals SET custom_host = ? WHERE partner_id = ?")
    .bind(name, shop.partnerId)
    .run();
  const own = new Visitor(host);
  const { link } = await asksForMail(own, ana.email);
  for (const stranger of [other.host, PLATFORM]) {
    expect((await new Visitor(stranger).steal(own.cookie).post(link, {})).status).toBe(422);
  }
  expect((await own.post(link, {})).status).toBe(303);
  expect((await own.get("/credits")).status).toBe(200);
  for (const stranger of [other.host, PLATFORM]) {
    expect((await new Visitor(stranger).steal(own.cookie).get("/credits")).status).not.toBe(200);
  }

  await env.DB.prepare("UPDATE portals SET custom_host = NULL WHERE partner_id = ?")
    .bind(shop.partnerId)
    .run();
  const gone = await own.get("/credits");
  expect(gone).toMatchObject({ status: 404, html: "Not found" });
  await env.DB.prepare("UPDATE portals SET custom_host = ? WHERE partner_id = ?")
    .bind(name, other.partnerId)
    .run();
  expect((await own.get("/credits")).status).toBe(302);
});
