import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import type { CheckoutSession } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import { fieldOf, type Page, Visitor } from "../shop/visitor";

const at = (host: string, path = "/sign-in", headers: Record<string, string> = {}) =>
  new Visitor(host).get(path, headers);

const brand = ({ html }: Page) => /<title>(?:[^<]* · )?([^<]*)<\/title>/.exec(html)?.[1];

test("a host that is no site of ours gets a bare 404 that names nobody", async () => {
  const shop = await openShop();
  for (const host of [
    "evil.test",
    "nobody.localhost:8787",
    "localhost",
    "localhost:80",
    `${shop.name}.localhost`,
    shop.host.replace("8787", "8788"),
    `x.${shop.host}`,
    `${shop.name}.localhost.evil.test:8787`,
    `${shop.name}-.localhost:8787`,
    `_${shop.name}.localhost:8787`,
    `${shop.name}.localhost:80`,
    `${shop.name}.localhost:443`,
    // The name of the shop with a Cyrillic letter, as a person and as a browser spells it, and a whole domain so.
    `${shop.name}\u0430.localhost:8787`,
    new URL(`http://${shop.name}\u0430.localhost:8787`).host.toUpperCase(),
    "xn--80ak6aa92e.localhost:8787",
    "xn--80ak6aa92e.test:8787",
    "127.0.0.1:8787",
    "[::1]:8787",
  ]) {
    for (const path of ["/", "/sign-in", "/credits", "/settings", "/credits.data", "/no-such-page"]) {
      const page = await at(host, path);
      expect(page, `${host}${path}`).toMatchObject({ status: 404, html: "Not found", location: null });
      expect(page.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    }
  }
});

test("capitals and a trailing dot change nothing about which site is meant", async () => {
  const shop = await openShop();
  for (const host of [shop.host, shop.host.toUpperCase(), shop.host.replace(":", ".:")]) {
    const page = await at(host);
    expect(page.status, host).toBe(200);
    expect(brand(page)).toBe(shop.title);
  }
  for (const host of ["localhost:8787", "LOCALHOST:8787", "localhost.:8787"]) {
    expect(brand(await at(host)), host).toBe("Topup");
  }
});

test("nobody's word on the host is taken but the host's own", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  for (const claim of [
    { "x-forwarded-host": other.host },
    { "x-forwarded-host": "evil.test", "x-forwarded-proto": "https", "x-forwarded-for": "1.1.1.1" },
    { forwarded: `host=${other.host}` },
    { "x-host": other.host, "x-original-host": other.host },
    { "x-forwarded-host": "localhost:8787" },
  ]) {
    const page = await at(shop.host, "/sign-in", claim as Record<string, string>);
    expect(brand(page), JSON.stringify(claim)).toBe(shop.title);
    expect(page.html).not.toContain("evil.test");
    expect(page.html).not.toContain(other.title);
    expect((await at("evil.test", "/sign-in", claim as Record<string, string>)).html).toBe("Not found");
  }
});

test("an address that stands in the request's first line goes before the Host header, and none in the path counts", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  for (const host of [other.host, "localhost:8787", "evil.test"]) {
    const page = await new Visitor(shop.host).get(`http://${shop.host}/sign-in`, { host });
    expect(brand(page), host).toBe(shop.title);
    for (const path of [`/http://${host}/sign-in`, `/@${host}/sign-in`, `/${host}`]) {
      const lost = await at(shop.host, path);
      expect(lost.status, path).toBe(404);
      expect(lost.html).not.toContain(other.title);
      expect(lost.html).not.toContain("Topup");
    }
  }
});

test("L77 a forged host does not change where Stripe sends the customer back to", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const page = await ana.browser.get("/credits");
  const click = { planId: fieldOf(page, "planId"), clickId: fieldOf(page, "clickId") };
  const { location } = await ana.browser.post("/credits", click, {
    "x-forwarded-host": "evil.test",
    "x-forwarded-proto": "https",
  });
  const sessionId = /cs_[A-Za-z0-9_]+/.exec(location ?? "")?.[0];
  const session = await stripe.read<CheckoutSession>(`checkout/sessions/${sessionId}`, shop.accountId);
  expect(new URL(session.success_url).origin).toBe(`http://${shop.host}`);
  expect(new URL(session.cancel_url).origin).toBe(`http://${shop.host}`);
});

test("an address that is none of ours is a page in the site's own brand", async () => {
  const shop = await openShop();
  for (const path of ["/no-such-page", "/settings/no-such-page", "/.env", "/wp-login.php", "/credits/"]) {
    const page = await at(shop.host, path);
    expect([404, 302], path).toContain(page.status);
    if (page.status === 404) expect(page.text).toContain("There is nothing at this address.");
    expect(page.html).not.toContain("Topup");
  }
});

test("an address that cannot be read is the sender's mistake, not ours", async () => {
  const shop = await openShop();
  for (const path of [
    "/%E0%A4%A",
    "/%",
    "/purchases/%ff",
    "/%00",
    "/credits?%",
    "//",
    "/credits;x",
    "/_root.data",
  ]) {
    for (const { browser } of [await shop.customer(), { browser: new Visitor(shop.host) }]) {
      const page = await browser.get(`http://${shop.host}${path}`);
      expect(page.status, path).toBeLessThan(500);
      expect(page.html).not.toMatch(/\bat \w+ \(|\.tsx?:\d/);
    }
  }
});
