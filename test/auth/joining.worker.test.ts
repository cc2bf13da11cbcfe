import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { inboxOf } from "../shop/outside";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { Visitor } from "../shop/visitor";
import { asksForMail } from "./sign-in-mail";

/** A shop whose portal lets anybody join. */
async function openHouse(spec: Parameters<typeof openShop>[0] = {}): Promise<Shop> {
  const shop = await openShop({ plans: [starterPack], ...spec });
  await set(shop, "signups_allowed = 1");
  return shop;
}

const set = (shop: Shop, change: string) =>
  env.DB.prepare(`UPDATE portals SET ${change} WHERE partner_id = ?`).bind(shop.partnerId).run();

const customersOf = async (shop: Shop) =>
  (
    await env.DB.prepare(
      "SELECT id, email, name, portal_access, email_verified_at FROM customers WHERE partner_id = ? ORDER BY id",
    )
      .bind(shop.partnerId)
      .all<{ id: string; email: string; name: string; portal_access: string; email_verified_at: number }>()
  ).results;

/** Somebody whom nobody knows, at the moment at which they have their e-mail. */
async function stranger(shop: Shop, email = `new.person.${crypto.randomUUID().slice(0, 8)}@customer.test`) {
  const browser = new Visitor(shop.host);
  const mail = await asksForMail(browser, email);
  const joins = () => browser.post("/sign-in/code", { code: mail.code, next: "/" });
  return { browser, email, mail, joins };
}

test("where anybody may join, an unknown address becomes a customer once it is proven, and not before", async () => {
  const shop = await openHouse();
  const { browser, email, joins } = await stranger(shop);
  expect(await customersOf(shop)).toEqual([]);

  expect((await joins()).status).toBe(303);
  const [customer] = await customersOf(shop);
  expect(customer).toMatchObject({ email, portal_access: "active", email_verified_at: expect.any(Number) });
  expect(customer?.name).toMatch(/^New Person /);
  const page = await browser.get("/credits");
  expect(page.status).toBe(200);
  expect(page.text).toContain("Starter Pack");

  const audited = await env.DB.prepare(
    "SELECT actor_type, actor_id, action, object_id FROM audit_log WHERE partner_id = ?",
  )
    .bind(shop.partnerId)
    .all();
  expect(audited.results).toEqual([
    { actor_type: "customer", actor_id: customer?.id, action: "customer.signed_up", object_id: customer?.id },
  ]);
});

test("by the link it is the same", async () => {
  const shop = await openHouse();
  const { browser, mail } = await stranger(shop);
  expect((await browser.post(mail.link, {})).status).toBe(303);
  expect(await customersOf(shop)).toHaveLength(1);
});

test("of first sign-ins at once one makes the customer, and all are that customer", async () => {
  const shop = await openHouse();
  const email = "racer@customer.test";
  const racers = [];
  for (let racer = 0; racer < 4; racer += 1) racers.push(await stranger(shop, email));
  const joined = await Promise.all(racers.map(({ joins }) => joins()));
  expect(joined.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  expect(await customersOf(shop)).toHaveLength(1);
  for (const { browser } of racers) expect((await browser.get("/credits")).status).toBe(200);
});

test("whom the partner gave no access gets none by joining, and the answer is the same", async () => {
  const shop = await openHouse();
  await env.DB.prepare(
    "INSERT INTO customers (id, partner_id, email, name, created_at) VALUES (?, ?, 'none@customer.test', 'None', 1)",
  )
    .bind(`customer_none_${shop.name}`, shop.partnerId)
    .run();
  const asked = await new Visitor(shop.host).post("/sign-in", { email: "none@customer.test", next: "/" });
  expect(asked).toMatchObject({ status: 303, location: "/sign-in/code?next=%2F" });
  await stranger(shop);
  expect(await inboxOf("none@customer.test", "", 0)).toEqual([]);
});

test("who asked before the door was shut does not come in after", async () => {
  const shop = await openHouse();
  const { joins } = await stranger(shop);
  await set(shop, "signups_allowed = 0");
  expect((await joins()).status).toBe(422);
  expect(await customersOf(shop)).toEqual([]);
});

test("a partner on Free Forever has two customers; a third reads that there is no room, and not why", async () => {
  const shop = await openHouse({ tier: "free_forever" });
  const people = [await stranger(shop), await stranger(shop), await stranger(shop)];
  const joined = await Promise.all(people.map(({ joins }) => joins()));
  expect(joined.map(({ status }) => status).sort()).toEqual([303, 303, 403]);
  expect(await customersOf(shop)).toHaveLength(2);

  const refused = joined.find(({ status }) => status === 403);
  expect(refused?.text).toContain("You cannot join here yet");
  expect(refused?.text).toContain(`Ask your provider: help@${shop.name}.test.`);
  expect(refused?.html).not.toMatch(/Free Forever|Upgrade|Topup/i);
});

test("a customer of a partner on Free Forever signs in and sees their balance, and nothing to buy", async () => {
  const shop = await openHouse({ tier: "free_forever" });
  const { browser, joins } = await stranger(shop);
  await joins();
  const page = await browser.get("/credits");
  expect(page.status).toBe(200);
  expect(page.text).toContain("Current Balance");
  expect(page.text).not.toContain("Starter Pack");
  expect(page.html).not.toMatch(/Free Forever|Upgrade|Topup/i);
});

test("a portal that is closed lets nobody in, and says whom to ask in the partner's words", async () => {
  const shop = await openHouse();
  const ana = await shop.customer();
  const before = await stranger(shop);
  await set(shop, "enabled = 0");

  const answers = [
    await new Visitor(shop.host).get("/sign-in"),
    await new Visitor(shop.host).post("/sign-in", { email: ana.email, next: "/" }),
    await before.browser.get("/sign-in/code"),
    await before.joins(),
    await before.browser.get(before.mail.link),
    await before.browser.post(before.mail.link, {}),
    await new Visitor(shop.host).get("/credits"),
    await ana.browser.get("/credits"),
    await ana.browser.get("/history"),
    await ana.browser.get("/history.csv"),
  ];
  for (const [index, page] of answers.entries()) {
    expect(page.status, String(index)).toBe(403);
    expect(page.text, String(index)).toContain("This portal is closed at the moment");
    expect(page.text).toContain(`help@${shop.name}.test`);
    expect(page.html).not.toMatch(/Topup|Starter Pack/);
  }
  expect(answers[0]?.html).toContain(`<title>This portal is closed at the moment · ${shop.title}</title>`);
  await set(shop, "enabled = 1");
  expect((await ana.browser.get("/credits")).status).toBe(200);
});

test("who is blocked can write to their provider from the page that says so", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  await env.DB.prepare("UPDATE customers SET portal_access = 'blocked' WHERE id = ?").bind(ana.id).run();
  const page = await ana.browser.get("/credits");
  expect(page.status).toBe(403);
  expect(page.html).toContain(`href="mailto:help@${shop.name}.test"`);
  expect(page.html).toContain(shop.title);
  expect(page.html).not.toContain("Topup");
});
