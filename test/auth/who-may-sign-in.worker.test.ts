import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { inboxOf } from "../shop/outside";
import { openShop, type Shop } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";
import { asksForMail } from "./sign-in-mail";

type Access = "none" | "invited" | "active" | "blocked";

/** A customer who has never signed in. */
async function newCustomer(shop: Shop, access: Access): Promise<string> {
  const id = newId("customer");
  const email = `${access}.${id.slice(-6)}@customer.test`;
  await env.DB.prepare(
    "INSERT INTO customers (id, partner_id, email, name, portal_access, created_at) VALUES (?, ?, ?, 'Ana', ?, 1)",
  )
    .bind(id, shop.partnerId, email, access)
    .run();
  return email;
}

const customerRow = (email: string) =>
  env.DB.prepare("SELECT portal_access, email_verified_at FROM customers WHERE email = ?")
    .bind(email)
    .first<{ portal_access: Access; email_verified_at: number | null }>();

/** All that a browser can tell one answer from another by. */
const impression = ({ status, location, text, headers }: Page) => ({
  status,
  location,
  text,
  headers: [...headers.keys()].sort(),
  cookies: headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]+/, "=…")),
});

test("unknown addresses and customers without access get the same answer as anybody, and no mail", async () => {
  const shop = await openShop();
  const known = await newCustomer(shop, "active");
  const unknown = "nobody@customer.test";
  const withoutAccess = await newCustomer(shop, "none");

  const answers = [];
  for (const email of [unknown, withoutAccess, known]) {
    const browser = new Visitor(shop.host);
    const asked = await browser.post("/sign-in", { email, next: "/" });
    answers.push([impression(asked), impression(await browser.get(asked.location ?? ""))]);
  }
  expect(answers[0]).toEqual(answers[2]);
  expect(answers[1]).toEqual(answers[2]);

  // The last of the three messages is there, so the first two would be.
  expect(await inboxOf(known)).toHaveLength(1);
  expect(await inboxOf(unknown, "", 0)).toEqual([]);
  expect(await inboxOf(withoutAccess, "", 0)).toEqual([]);
});

test("a customer of another partner, or a member of one, is a stranger to this portal", async () => {
  const [here, there] = [await openShop(), await openShop()];
  const { email } = await there.customer();
  const before = (await inboxOf(email)).length;
  for (const stranger of [email, there.ownerEmail, here.ownerEmail]) {
    await new Visitor(here.host).post("/sign-in", { email: stranger, next: "/" });
  }
  await new Visitor("localhost:8787").post("/sign-in", { email, next: "/" });
  await asksForMail(new Visitor(here.host), await newCustomer(here, "active"));

  expect(await inboxOf(email, "", 0)).toHaveLength(before);
  expect(await inboxOf(there.ownerEmail, "", 0)).toEqual([]);
  expect(await inboxOf(here.ownerEmail, "", 0)).toEqual([]);
});

test("an invited customer becomes active by signing in, and their mailbox counts as verified", async () => {
  const shop = await openShop();
  const email = await newCustomer(shop, "invited");
  const browser = new Visitor(shop.host);
  const { link } = await asksForMail(browser, email);
  expect(await customerRow(email)).toEqual({ portal_access: "invited", email_verified_at: null });

  await browser.post(link, {});
  expect(await customerRow(email)).toEqual({
    portal_access: "active",
    email_verified_at: expect.any(Number),
  });
  expect((await browser.get("/credits")).status).toBe(200);
});

test("L136 a blocked customer signs in and reads that access is off, and whom to ask", async () => {
  const shop = await openShop({ plans: [{ name: "Secret Pack", credits: 1, priceMinor: 100 }] });
  const email = await newCustomer(shop, "blocked");
  const browser = new Visitor(shop.host);
  const { link } = await asksForMail(browser, email);
  expect((await browser.post(link, {})).status).toBe(303);

  for (const path of ["/credits", "/history", "/purchases/purchase_01kar000000000000000000000"]) {
    const page = await browser.get(path);
    expect(page.status).toBe(403);
    expect(page.text).toContain("Portal access is off");
    expect(page.text).toContain(`Ask your provider to switch it on: help@${shop.name}.test.`);
    expect(page.text).not.toContain("Secret Pack");
  }
  expect((await browser.post("/credits", { planId: "x", clickId: "y" })).status).toBe(403);
  expect(await customerRow(email)).toMatchObject({ portal_access: "blocked" });
});

test("who is blocked while signed in is out at the next request, and back when it is lifted", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const setAccess = (access: Access) =>
    env.DB.prepare("UPDATE customers SET portal_access = ? WHERE id = ?").bind(access, ana.id).run();

  await setAccess("blocked");
  expect((await ana.browser.get("/credits")).status).toBe(403);
  await setAccess("active");
  expect((await ana.browser.get("/credits")).status).toBe(200);
});

test("a sixth request for a code within fifteen minutes is turned away, and one after them is not", async () => {
  const shop = await openShop();
  const email = await newCustomer(shop, "active");
  const ask = () => new Visitor(shop.host).post("/sign-in", { email, next: "/" });
  for (let times = 0; times < 5; times += 1) expect((await ask()).status).toBe(303);

  const sixth = await ask();
  expect(sixth.status).toBe(429);
  expect(sixth.text).toContain("Too many attempts Please wait a few minutes, then try again.");
  expect(await inboxOf(email, "", 5)).toHaveLength(5);

  const quarterOfAnHour_ms = 15 * 60_000;
  await env.DB.prepare("UPDATE sign_in_challenges SET created_at = created_at - ? WHERE email = ?")
    .bind(quarterOfAnHour_ms, email)
    .run();
  expect((await ask()).status).toBe(303);
});

test("twenty requests for a code at once send at most five", async () => {
  const shop = await openShop();
  const email = await newCustomer(shop, "active");
  const asked = Array.from({ length: 20 }, () =>
    new Visitor(shop.host).post("/sign-in", { email, next: "/" }),
  );
  const statuses = (await Promise.all(asked)).map(({ status }) => status);

  expect(statuses.filter((status) => status === 303)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(15);
});

test("one person's many requests do not keep others, or the same address elsewhere, from signing in", async () => {
  const [here, there] = [await openShop(), await openShop()];
  for (let times = 0; times < 6; times += 1) {
    await new Visitor(here.host).post("/sign-in", { email: "ana@customer.test", next: "/" });
  }
  const next = "/";
  expect((await new Visitor(here.host).post("/sign-in", { email: "bo@customer.test", next })).status).toBe(
    303,
  );
  expect((await new Visitor(there.host).post("/sign-in", { email: "ana@customer.test", next })).status).toBe(
    303,
  );
});
