import { beforeAll, expect, test } from "vitest";
import type { Customer, Owner } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";

const PLATFORM = "localhost:8787";

let shop: Shop;
let ana: Customer;
let owner: Owner;

beforeAll(async () => {
  shop = await openShop({ plans: [starterPack] });
  [ana, owner] = [await shop.customer(), await shop.owner()];
});

const nonceOf = (page: Page) =>
  /script-src 'nonce-([^']+)'/.exec(page.headers.get("content-security-policy") ?? "")?.[1] ?? "";

test("every kind of answer carries the headers that keep it ours", async () => {
  const portal = new Visitor(shop.host);
  const answers: Record<string, Page> = {
    "a page of the portal": await ana.browser.get("/credits"),
    "a page of the dashboard": await owner.browser.get("/settings"),
    "the data of a page": await owner.browser.get("/settings.data"),
    "a redirect": await portal.get("/credits"),
    "a redirect after a form": await portal.post("/sign-in", { email: "a@b.test", next: "/" }),
    "a refused form": await portal.post("/sign-in", { email: "", next: "/" }),
    "a page that is not there": await portal.get("/no-such-page"),
    "a host that is not there": await new Visitor("evil.test").get("/"),
    "the door, to a foreign form": await portal.post("/sign-in", {}, { origin: "https://evil.test" }),
    "the door, to a closed address": await portal.get("/credits?_data=routes/portal/credits"),
    "the webhook, unsigned": await new Visitor(PLATFORM).post("/webhooks/stripe", {}),
    "the webhook, read": await new Visitor(PLATFORM).get("/webhooks/stripe"),
  };
  for (const [kind, { headers }] of Object.entries(answers)) {
    expect(headers.get("content-security-policy"), kind).toMatch(
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    expect(headers.get("cache-control"), kind).toMatch(/no-store/);
    expect(headers.get("x-content-type-options"), kind).toBe("nosniff");
    expect(headers.get("x-frame-options"), kind).toBe("DENY");
    expect(headers.get("cross-origin-opener-policy"), kind).toBe("same-origin");
    expect(headers.get("permissions-policy"), kind).toContain("payment=()");
    expect(headers.get("referrer-policy"), kind).toBe("strict-origin-when-cross-origin");
    expect([...headers.keys()], kind).not.toEqual(expect.arrayContaining(["server", "x-powered-by"]));
    expect([...headers.keys()], kind).not.toContain("access-control-allow-origin");
  }
  expect(Object.values(answers).map(({ status }) => status)).toEqual([
    200, 200, 200, 302, 303, 422, 404, 404, 403, 400, 400, 405,
  ]);
});

test("T34 nobody gets a customer's page at an address that looks like a file a cache may keep", async () => {
  for (const path of [
    "/credits/x.css",
    "/credits.css",
    "/history/logo.png",
    "/account/%2e%2e/x.js",
    "/credits;x.css",
  ]) {
    const { status, headers, html } = await ana.browser.get(path);
    expect([status, headers.get("cache-control")], path).toEqual([404, expect.stringMatching(/no-store/)]);
    expect(html, path).not.toMatch(new RegExp(`${ana.email}|Current Balance|Starter Pack`));
  }
});

test("the page behind a sign-in link tells no other site where it was", async () => {
  const page = await new Visitor(shop.host).get("/sign-in/link/secret");
  expect(page.headers.get("referrer-policy")).toBe("same-origin");
});

test("each page has a nonce of its own, and every script and style stands under it", async () => {
  const visits: [Visitor, string][] = [
    [ana.browser, "/credits"],
    [owner.browser, "/settings"],
    [owner.browser, "/settings/customer-credit-plans/new"],
    [new Visitor(shop.host), "/sign-in"],
    [new Visitor(PLATFORM), "/no-such-page"],
  ];
  for (const [browser, path] of visits) {
    const pages = [await browser.get(path), await browser.get(path)];
    expect(new Set(pages.map(nonceOf)).size, path).toBe(2);
    for (const page of pages) {
      const nonce = nonceOf(page);
      expect(nonce.length, path).toBeGreaterThanOrEqual(22);
      for (const [tag] of page.html.matchAll(/<(script|style)\b[^>]*>/g)) {
        expect(tag, path).toContain(`nonce="${nonce}"`);
      }
      // Neither runs under the policy, so a page that has one is broken.
      expect(page.html, path).not.toMatch(/<[^>]* (style|on[a-z]+)="/);
    }
  }
});

test("a page may not be framed, its base not moved, and its forms end here or at Stripe", async () => {
  const policy = (await ana.browser.get("/credits")).headers.get("content-security-policy") ?? "";
  expect(policy.split("; ")).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "connect-src 'self'",
    ]),
  );
  expect(policy).not.toMatch(/unsafe-(inline|eval)/);

  const targets = /form-action ([^;]+)/.exec(policy)?.[1]?.split(" ") ?? [];
  expect(targets).toContain("'self'");
  const stripe = /^(https:\/\/(checkout|connect)\.stripe\.com|http:\/\/(127\.0\.0\.1|localhost):\*)$/;
  for (const target of targets.slice(1)) expect(target).toMatch(stripe);
});

test("a portal ships no script at all, and the dashboard ships its own", async () => {
  const { purchaseId } = await ana.chooses("Starter Pack");
  const about = `/purchases/${purchaseId}`;
  const own = [
    "/credits",
    "/billing",
    "/billing/purchases",
    "/history",
    "/account",
    about,
    `${about}/receipt`,
    `${about}/again`,
  ];
  for (const path of [...own, "/no-such-page", "/settings"]) {
    const { html } = await ana.browser.get(path);
    expect(html, path).not.toMatch(/<script|javascript:|rel="modulepreload"/i);
  }
  for (const browser of [new Visitor(shop.host), new Visitor(PLATFORM)]) {
    expect((await browser.get("/sign-in")).html).not.toMatch(/<script/i);
  }
  for (const path of ["/settings", "/settings/customer-credit-plans", "/billing-and-invoices"]) {
    expect((await owner.browser.get(path)).html, path).toMatch(/<script/);
  }
});
