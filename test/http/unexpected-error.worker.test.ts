import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop, starterPack } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";

/** Takes a table away for a while, which no code of ours expects. */
async function without<T>(table: string, story: () => Promise<T>): Promise<T> {
  await env.DB.exec(`ALTER TABLE ${table} RENAME TO ${table}_away`);
  try {
    return await story();
  } finally {
    await env.DB.exec(`ALTER TABLE ${table}_away RENAME TO ${table}`);
  }
}

/** Nothing of how it is built, where it broke or what it is called inside. */
function expectNoInsides({ html, headers }: Page) {
  expect(html).not.toMatch(/D1_ERROR|SQLITE|no such table|drizzle|select |insert |\.tsx?\b|\bat \w+[. (]/i);
  expect(html).not.toMatch(/credit_plans|sign_in_challenges|worker\.js|node_modules|stack/i);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
}

test("what nobody expected is told without its insides, through every door", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [ana, owner] = [await shop.customer(), await shop.owner()];
  await without("credit_plans", async () => {
    for (const [browser, path] of [
      [ana.browser, "/credits"],
      [owner.browser, "/settings"],
      [owner.browser, "/settings/customer-credit-plans"],
    ] as const) {
      const page = await browser.get(path);
      expect(page.status, path).toBe(500);
      expect(page.text).toContain(
        "Something went wrong on our side The error was recorded. Please try again; if it keeps happening, contact support.",
      );
      expectNoInsides(page);
      expectNoInsides(await browser.get(`${path}.data`));
    }
    const bought = await ana.browser.post("/credits", { planId: "plan_x", clickId: "click_x" });
    expect(bought.status).toBeGreaterThanOrEqual(400);
    expectNoInsides(bought);
  });
  expect((await ana.browser.get("/credits")).status).toBe(200);
});

test("a page that fails leaves the frame around it, and offers to be tried again where it was", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [ana, owner] = [await shop.customer(), await shop.owner()];
  const tried = ({ html }: Page) => /<a[^>]*href="([^"]*)"[^>]*>(?:Try again)<\/a>/.exec(html)?.[1];
  await without("credit_plans", async () => {
    const page = await owner.browser.get("/settings/customer-credit-plans?q=pro");
    expect(tried(page)).toBe("/settings/customer-credit-plans?q=pro");
    expect(page.html).toContain('<nav aria-label="Main"');
    expect(tried(await ana.browser.get("/credits"))).toBe("/credits");
  });
  expect(tried(await owner.browser.get("/settings/customer-credit-plans/plan_of_nobody"))).toBeUndefined();
});

test("sign-in that cannot be kept is refused without its insides", async () => {
  const shop = await openShop();
  await without("sign_in_challenges", async () => {
    const page = await new Visitor(shop.host).post("/sign-in", { email: "ana@customer.test", next: "/" });
    expect(page.status).toBe(500);
    expectNoInsides(page);
  });
});

test("when not even the site can be found out, the answer is plain and says that no money moved", async () => {
  const shop = await openShop();
  await without("portals", async () => {
    const page = await new Visitor(shop.host).get("/credits");
    expect(page).toMatchObject({
      status: 503,
      html: "This did not work just now. No money moved; please try again in a moment.",
    });
    expect(page.headers.get("content-type")).toContain("text/plain");
    expectNoInsides(page);
  });
});
