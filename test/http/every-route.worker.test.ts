import { beforeAll, expect, test } from "vitest";
import { failedEmail } from "../email/messages-of";
import type { Customer, Owner } from "../shop/people";
import { openShop, type Shop } from "../shop/shop";
import { fieldOf, type Page, Visitor } from "../shop/visitor";
import { deliver } from "../stripe/deliver";
import { paidEvent } from "../stripe/sample-events";
import { type AppRoute, appRoutes, doorsOf } from "./app-routes";
import { everyRow } from "./rows";

const PLATFORM = "localhost:8787";

/** A shop whose every secret is a word that appears nowhere else. */
let shop: Shop;
let ana: Customer;
let owner: Owner;
let routes: AppRoute[];
let secrets: string[];

/** Who is nobody here: signed out, signed in elsewhere, or signed in here with a cookie from elsewhere. */
let strangers: { who: string; browser: Visitor }[];

beforeAll(async () => {
  shop = await openShop({
    plans: [{ name: "Canary Pack", credits: 4_321, priceMinor: 98_765, description: "A canary sings" }],
  });
  [ana, owner] = [await shop.customer("canary"), await shop.owner()];
  const planId = fieldOf(await ana.browser.get("/credits"), "planId");
  const { purchaseId, sessionId } = await ana.chooses("Canary Pack");
  // An event that is not about this purchase: what the log says of it names the session.
  const event = paidEvent({
    account: shop.accountId,
    customerId: ana.id,
    purchaseId,
    sessionId: "cs_canary",
  });
  await deliver(event);
  routes = appRoutes({
    ":eventId": event.id,
    ":purchaseId": purchaseId,
    ":planId": planId,
    ":customerId": ana.id,
    ":memberId": shop.ownerId,
    ":emailId": await failedEmail(ana),
  });
  secrets = ["cs_canary", "Canary Pack", "A canary sings", "4,321", "987.65", ana.email, shop.ownerEmail];
  secrets.push(shop.accountId, sessionId);

  const other = await openShop();
  const [bo, rival] = [await other.customer("bo"), await other.owner()];
  const carried = (host: string, { browser }: { browser: Visitor }) =>
    new Visitor(host).steal(browser.cookie);
  strangers = [
    { who: "nobody on the platform", browser: new Visitor(PLATFORM) },
    { who: "nobody on the portal", browser: new Visitor(shop.host) },
    { who: "the customer's cookie on the platform", browser: carried(PLATFORM, ana) },
    { who: "the owner's cookie on the portal", browser: carried(shop.host, owner) },
    { who: "the customer's cookie on another portal", browser: carried(other.host, ana) },
    { who: "another partner's owner", browser: rival.browser },
    { who: "another partner's owner's cookie on the portal", browser: carried(shop.host, rival) },
    { who: "another partner's customer", browser: bo.browser },
    { who: "another partner's customer's cookie on the portal", browser: carried(shop.host, bo) },
  ];
});

const everythingIn = ({ html, headers }: Page) => [html, ...headers.values()].join("\n");

test("the doors are real: those who belong here read their own through each of them but the closed one", async () => {
  const seen = new Set<string>();
  for (const route of routes) {
    for (const { door, path } of doorsOf(route)) {
      for (const { browser } of [ana, owner]) {
        const answer = everythingIn(await browser.get(path));
        if (secrets.some((secret) => answer.includes(secret))) seen.add(`${door} of ${route.id}`);
      }
    }
  }
  for (const id of [
    "routes/portal/credits",
    "routes/portal/purchase",
    "routes/portal/billing",
    "routes/portal/purchases",
    "routes/portal/receipt",
    "routes/portal/buy-again",
    "routes/dashboard/plans/credit-plans",
    "routes/dashboard/plans/edit-credit-plan",
    "routes/dashboard/plans/delete-credit-plan",
    "routes/dashboard/customers/customers",
    "routes/dashboard/customers/customer",
    "routes/dashboard/billing/webhook-events",
  ]) {
    for (const door of ["document", "data", "data of one route", "data of its chain"]) {
      expect(seen).toContain(`${door} of ${id}`);
    }
  }
  expect([...seen].filter((door) => door.startsWith("_data"))).toEqual([]);
});

/** Whom to ask for help is told at a portal's door, and on no other host. */
const secretsOn = ({ origin }: Visitor) =>
  origin.includes(shop.host) ? secrets : [...secrets, `help@${shop.name}.test`];

test("no route tells a stranger anything through any door", { timeout: 120_000 }, async () => {
  const leaks: string[] = [];
  for (const { who, browser } of strangers) {
    for (const route of routes) {
      for (const { door, path } of doorsOf(route)) {
        const page = await browser.get(path);
        const leaked = secretsOn(browser).filter((secret) => everythingIn(page).includes(secret));
        if (leaked.length > 0) leaks.push(`${who}, ${door} of ${route.id}: ${leaked}`);
        if (page.status >= 500) leaks.push(`${who}, ${door} of ${route.id}: ${page.status}`);
      }
    }
  }
  expect(leaks).toEqual([]);
});

test("a page of one site is a 404 on the other, signed in or not", async () => {
  const on = (host: string) => [
    new Visitor(host),
    new Visitor(host).steal((host === PLATFORM ? owner : ana).browser.cookie),
  ];
  for (const { id, path, site } of routes) {
    if (site === "any") continue;
    for (const browser of on(site === "portal" ? PLATFORM : shop.host)) {
      const page = await browser.get(path);
      expect(page.status, `${id} on ${browser.origin}`).toBe(404);
      expect(page.text).toContain("There is nothing at this address.");
    }
  }
});

test("signed out, every page of a site leads to its sign-in and back", async () => {
  for (const { id, path, site } of routes) {
    if (site === "any") continue;
    const browser = new Visitor(site === "portal" ? shop.host : PLATFORM);
    const { status, location } = await browser.get(path);
    expect({ status, location }, id).toEqual({
      status: 302,
      location: `/sign-in?next=${encodeURIComponent(path)}`,
    });
  }
});

test("another customer's purchase is a 404, on their own portal and on another", async () => {
  const path = routes.find(({ id }) => id === "routes/portal/purchase")?.path ?? "";
  const neighbour = await shop.customer("neighbour");
  const elsewhere = await (await openShop()).customer("elsewhere");
  for (const { browser } of [neighbour, elsewhere]) {
    expect((await browser.get(path)).status).toBe(404);
    expect((await browser.get("/purchases/purchase_00000000000000000000000000")).status).toBe(404);
  }
  expect((await ana.browser.get(path)).status).toBe(200);
});

test("reading changes nothing, through any door", async () => {
  await ana.walletIsCopied();
  const before = await everyRow();
  for (const route of routes) {
    for (const { path } of doorsOf(route)) {
      for (const { browser } of [ana, owner]) await browser.get(path);
    }
  }
  expect(await everyRow()).toEqual(before);
});
