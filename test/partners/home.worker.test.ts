import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { hashToken } from "../../app/auth/secrets.server";
import { createContext } from "../../app/context.server";
import { newId } from "../../app/ids";
import { loadHome } from "../../app/partners/home-page.server";
import { findSignedInMember } from "../../db/partners.server";
import { linksNamed } from "../plans/credit-plans-page";
import type { Owner } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { observed } from "../stripe/observed-binding";

const home = ({ browser }: Owner) => browser.get("/home");

test("the dashboard opens with Home, and the portal with Credits", async () => {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  expect((await owner.browser.get("/")).location).toBe("/home");
  expect((await ana.browser.get("/")).location).toBe("/credits");
  const page = await home(owner);
  expect(page.html).toMatch(/<a[^>]*aria-current="page"[^>]*>.*?Home<\/a>/s);
});

test("the checklist of a new partner names six steps, and puts the button on the first that is open", async () => {
  const shop = await openShop({ tier: "free_forever", account: "none" });
  await env.DB.prepare("UPDATE portals SET enabled = 0 WHERE partner_id = ?").bind(shop.partnerId).run();
  const page = await home(await shop.owner());
  expect(page.text).toContain("Get ready to sell 0 of 6 done");
  expect(page.html.match(/aria-current="step"/g)).toHaveLength(1);
  const [, next = ""] = /<li aria-current="step"(.*?)<\/li>/s.exec(page.html) ?? [];
  expect(next).toContain("Paid tier");
  expect(linksNamed({ ...page, html: next }, "Upgrade plan")).toEqual(["/settings/plan-tier"]);
  for (const step of ["Stripe", "Portal", "First credit plan", "First customer", "First sale"])
    expect(page.text).toContain(`${step} (to do)`);
});

test("steps are ticked by what is so, in whatever order it came", async () => {
  const shop = await openShop({ account: "onboarding" });
  const owner = await shop.owner();
  expect((await home(owner)).text).toContain("2 of 6 done");

  await shop.offers({ ...starterPack, active: false });
  expect((await home(owner)).text).toContain("No plan is active");
  await shop.offers(starterPack);
  await shop.customer();
  const page = await home(owner);
  expect(page.text).toContain("4 of 6 done");
  const [, next = ""] = /<li aria-current="step"(.*?)<\/li>/s.exec(page.html) ?? [];
  expect(linksNamed({ ...page, html: next }, "Complete Setup")).toEqual(["/settings/stripe-connect"]);

  await env.DB.prepare("UPDATE credit_plans SET active = 0 WHERE partner_id = ?").bind(shop.partnerId).run();
  expect((await home(owner)).text).toContain("3 of 6 done");
});

test("after the first sale the checklist steps back, and Home shows what was sold and to whom", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  await (await ana.chooses("Starter Pack")).pays();
  await ana.walletIsCopied();

  const page = await home(owner);
  expect(page.text).toContain("Everything is set up for selling: 6 of 6 done");
  expect(page.text).toContain("Nothing waits for a decision.");
  expect(page.html).toMatch(/USD · 1 purchase<\/dt><dd[^>]*>\$49\.00/);
  expect(page.text).toMatch(/Newest purchases ana \$49\.00 Starter Pack · .* Credited/);
});

test("a portal that is missing or off is led to by the field that opens it", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const { browser } = owner;
  await env.DB.prepare("UPDATE portals SET enabled = 0 WHERE partner_id = ?").bind(shop.partnerId).run();
  expect((await home(owner)).html).toContain('href="/settings/portal#enabled"');
  expect((await browser.get("/settings/portal")).html).toContain('id="enabled"');
  await env.DB.prepare("DELETE FROM portals WHERE partner_id = ?").bind(shop.partnerId).run();
  expect((await home(owner)).html).toContain('href="/settings/portal#subdomain"');
  expect((await browser.get("/settings/portal")).html).toContain('id="subdomain"');
});

test("amounts of two currencies stand beside each other and are never added up", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const today = new Date().toISOString().slice(0, 10);
  await env.DB.batch(
    [
      [today, "eur", 2, 5_000, 1_000],
      [today, "usd", 1, 4_900, 0],
      ["2020-01-01", "usd", 9, 99_900, 0],
    ].map((row) =>
      env.DB.prepare(
        `INSERT INTO sales_by_day (partner_id, day, currency, plan_id, sold, returned, credits_micros, gross_minor,
           refunded_minor, disputed_minor, platform_fee_minor) VALUES (?, ?, ?, 'plan_x', ?, 0, 1, ?, ?, 0, 0)`,
      ).bind(shop.partnerId, ...row),
    ),
  );
  const { loaded } = await loadedHome(shop, owner);
  expect(loaded.sales).toEqual([
    { currency: "EUR", net: "€40.00", sold: "2 purchases" },
    { currency: "USD", net: "$49.00", sold: "1 purchase" },
  ]);
});

test("what waits for a decision is named, with the way there, and other partners' is not", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const [owner, stranger] = [await shop.owner(), await other.owner()];
  const ana = await shop.customer();
  await addPurchases(shop, ana.id, 1, "quarantined");
  await addEmails(shop, ana.id, 25);

  const { text, html } = await home(owner);
  expect(text).toContain("1 payment that differs from what was agreed: no credits were added");
  expect(text).toContain("More than 20 e-mails that could not be sent");
  expect(html).toContain('href="/billing-and-invoices/reconcile"');
  const [failed = ""] = /<li(?:(?!<\/li>).)*e-mails that could not be sent.*?<\/li>/s.exec(html) ?? [];
  expect(linksNamed({ ...(await home(owner)), html: failed }, "Look")).toEqual([
    "/settings/emails/sent?show=failed",
  ]);
  expect((await home(stranger)).text).not.toContain("Waiting for you 1 payment");
});

test("Home costs one round trip to D1 and no wallet, and reads as much of a large partner as of a small one", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const owner = await shop.owner();
  const small = await loadedHome(shop, owner);
  const ana = await shop.customer();
  await addPurchases(shop, ana.id, 300, "expired");
  await addPurchases(shop, ana.id, 300, "quarantined");
  await addEmails(shop, ana.id, 300);
  await addCustomers(shop, 300);
  const large = await loadedHome(shop, owner);

  expect([small.roundTrips, large.roundTrips]).toEqual([["batch"], ["batch"]]);
  expect([small.walletCalls, large.walletCalls]).toEqual([0, 0]);
  // Twenty-one of each list that waits, and five purchases with their customers.
  expect(large.rowsRead - small.rowsRead).toBeLessThan(120);
});

/** Loads what the page shows, counting what it asks of D1 and of wallets. */
async function loadedHome(shop: Shop, owner: Owner) {
  const roundTrips: string[] = [];
  let alone = 0;
  let rowsRead = 0;
  let walletCalls = 0;
  const counting = observed(env.DB, (name) => {
    if (name === "prepare") alone += 1;
    if (name !== "batch") return undefined;
    roundTrips.push(name);
    return async (statements: D1PreparedStatement[]) => {
      alone -= statements.length;
      const results = await env.DB.batch(statements);
      for (const { meta } of results) rowsRead += meta.rows_read;
      return results;
    };
  });
  const wallets = observed(env.WALLET, (name) => void (name === "get" && walletCalls++));
  const who = await memberOf(owner);
  const context = createContext({ ...env, DB: counting, WALLET: wallets }, () => {});
  const loaded = await loadHome({ ...context, ...who });
  return { loaded, roundTrips: [...roundTrips, ...Array(alone).fill("alone")], rowsRead, walletCalls };

  async function memberOf({ email }: Owner) {
    const token = `token-${crypto.randomUUID()}`;
    const { db } = createContext(env, () => {});
    await env.DB.prepare(
      `INSERT INTO sessions (id, token_hash, realm, subject_id, created_at, expires_at)
       SELECT ?1, ?1, 'platform', id, 1, ?2 FROM partner_members WHERE email = ?3 AND partner_id = ?4`,
    )
      .bind(await hashToken(token), Date.now() + 60_000, email, shop.partnerId)
      .run();
    const found = await findSignedInMember(db, await hashToken(token), Date.now());
    if (!found) throw new Error("The owner is not signed in");
    return found;
  }
}

const addPurchases = (shop: Shop, customerId: string, many: number, state: string) =>
  env.DB.batch(
    Array.from({ length: many }, (_, index) =>
      env.DB.prepare(
        `INSERT INTO purchases (id, partner_id, customer_id, plan_id, plan_version, plan_name, credits_micros,
           price_minor, currency, platform_fee_minor, state, account_id, livemode, opened_at, revision)
         VALUES (?, ?, ?, 'plan_x', 1, 'Pack', 1, 100, 'usd', 0, ?, ?, 0, ?, 1)`,
      ).bind(newId("purchase"), shop.partnerId, customerId, state, shop.accountId, index),
    ),
  );

const addEmails = (shop: Shop, customerId: string, many: number) =>
  env.DB.batch(
    Array.from({ length: many }, () =>
      env.DB.prepare(
        `INSERT INTO emails (id, partner_id, customer_id, kind, subject_id, status, next_attempt_at, created_at)
         VALUES (?1, ?2, ?3, 'receipt', ?1, 'failed', 1, 1)`,
      ).bind(newId("email"), shop.partnerId, customerId),
    ),
  );

const addCustomers = (shop: Shop, many: number) =>
  env.DB.batch(
    Array.from({ length: many }, () =>
      env.DB.prepare(
        "INSERT INTO customers (id, partner_id, email, name, portal_access, created_at) VALUES (?1, ?2, ?1, ?1, 'none', 1)",
      ).bind(newId("customer"), shop.partnerId),
    ),
  );
