import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { cron } from "../shop/outside";
import { openShop, type Shop } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";
import { asksForMail, wrongCodes } from "./sign-in-mail";

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

const asks = (shop: Shop, email: string, ip?: string) =>
  new Visitor(shop.host).post(
    "/sign-in",
    { email, next: "/" },
    ip === undefined ? {} : { "cf-connecting-ip": ip },
  );

const count = (pages: Page[], status: number) => pages.filter((page) => page.status === status).length;

/** Lets time pass for the challenges of an address; null for all of a shop. */
const later = (shop: Shop, email: string | null, by_ms: number) =>
  env.DB.prepare(
    "UPDATE sign_in_challenges SET created_at = created_at - ?1 WHERE realm = ?2 AND (?3 IS NULL OR email = ?3)",
  )
    .bind(by_ms, `portal:portal_${shop.name}`, email)
    .run();

test("who asks too often reads so in neutral words, known or unknown, and when to come back", async () => {
  const shop = await openShop();
  const { email } = await shop.customer();
  const refused: Page[] = [];
  for (const address of [email, "nobody@customer.test"]) {
    await Promise.all(Array.from({ length: 5 }, () => asks(shop, address)));
    refused.push(await asks(shop, address));
  }
  for (const page of refused) {
    expect(page.status).toBe(429);
    expect(page.text).toContain("Too many attempts Please wait a few minutes, then try again.");
    expect(page.headers.get("retry-after")).toBe("900");
  }
  expect(refused[0]?.text).toBe(refused[1]?.text);
});

test("one network asks for at most sixty codes in a quarter of an hour, whatever the addresses", async () => {
  const shop = await openShop();
  const ip = "203.0.113.7";
  const asked = [];
  for (let batch = 0; batch < 7; batch += 1) {
    const ten = Array.from({ length: 10 }, (_, index) => asks(shop, `a${batch}.${index}@customer.test`, ip));
    asked.push(...(await Promise.all(ten)));
  }
  expect(count(asked, 303)).toBe(60);
  expect(count(asked, 429)).toBe(10);

  const other = await openShop();
  expect((await asks(other, "b@customer.test", ip)).status).toBe(429);
  expect((await asks(shop, "b@customer.test", "203.0.113.8")).status).toBe(303);
  expect((await asks(shop, "c@customer.test")).status).toBe(303);
  await later(shop, null, QUARTER_MS);
  expect((await asks(shop, "d@customer.test", ip)).status).toBe(303);
});

test("no address of a network is kept", async () => {
  const shop = await openShop();
  await asks(shop, "e@customer.test", "198.51.100.77");
  const { results } = await env.DB.prepare(
    "SELECT * FROM sign_in_challenges WHERE email = 'e@customer.test'",
  ).all();
  expect(results[0]?.client).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(results)).not.toContain("198.51");
});

test("a site that is flooded stops sending at a thousand codes in a quarter of an hour; others go on", async () => {
  const [flooded, quiet] = [await openShop(), await openShop()];
  await env.DB.prepare(
    `WITH RECURSIVE asked (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM asked WHERE n < 999)
     INSERT INTO sign_in_challenges (id, realm, email, code_mac, link_hash, created_at, expires_at)
     SELECT ?1 || n, ?1, n || '@flood.test', '', ?1 || n, ?2, ?2 FROM asked`,
  )
    .bind(`portal:portal_${flooded.name}`, Date.now())
    .run();
  const asked = await Promise.all([1, 2, 3].map((n) => asks(flooded, `person${n}@customer.test`)));
  expect([count(asked, 303), count(asked, 429)]).toEqual([1, 2]);
  expect((await asks(quiet, "person@customer.test")).status).toBe(303);
});

/** Five wrong codes at a fresh challenge. Answers what each was told. */
async function guessesFive(
  shop: Shop,
  email: string,
): Promise<{ told: number[]; browser: Visitor; code: string }> {
  const browser = new Visitor(shop.host);
  const { code } = await asksForMail(browser, email);
  const told = await Promise.all(
    wrongCodes(code, 5).map((guess) => browser.post("/sign-in/code", { code: guess, next: "/" })),
  );
  return { told: told.map(({ status }) => status), browser, code };
}

// Twenty guesses an hour at one of a million codes: 10,000 guesses take 500 hours and hit with 1 in 100, and the
// owner of the address has had 2,000 e-mails that they did not ask for.
test("after twenty wrong codes in an hour, over any number of challenges, an address is locked for codes", async () => {
  const shop = await openShop();
  const { email } = await shop.customer();
  await later(shop, email, HOUR_MS);
  for (let round = 0; round < 4; round += 1) {
    expect((await guessesFive(shop, email)).told).toEqual(Array(5).fill(422));
    await later(shop, email, 4 * 60_000);
  }
  const { told, browser, code } = await guessesFive(shop, email);
  expect(told).toEqual(Array(5).fill(429));

  const right = await browser.post("/sign-in/code", { code, next: "/" });
  expect(right.status).toBe(429);
  expect(right.text).toContain("Too many attempts Please wait an hour, then try again.");
  expect(right.headers.get("retry-after")).toBe("3600");
  expect(browser.cookie).not.toContain("session=");

  const elsewhere = await shop.customer("neighbour");
  expect((await elsewhere.browser.get("/credits")).status).toBe(200);
  await later(shop, email, HOUR_MS);
  expect((await browser.post("/sign-in/code", { code, next: "/" })).status).toBe(303);
});

test("a hundred guesses at once over five challenges: twenty are looked at", async () => {
  const shop = await openShop();
  const { email } = await shop.customer();
  await later(shop, email, HOUR_MS);
  const browsers = [];
  for (let challenge = 0; challenge < 5; challenge += 1) {
    const browser = new Visitor(shop.host);
    browsers.push({ browser, code: (await asksForMail(browser, email)).code });
  }
  const guesses = browsers.flatMap(({ browser, code }) =>
    wrongCodes(code, 20).map((guess) => browser.post("/sign-in/code", { code: guess, next: "/" })),
  );
  const answers = await Promise.all(guesses);
  expect(count(answers, 303)).toBe(0);
  const spent = await env.DB.prepare(
    "SELECT sum(attempts) AS spent FROM sign_in_challenges WHERE email = ? AND used_at IS NULL",
  )
    .bind(email)
    .first("spent");
  expect(spent).toBe(20);
});

test("the link still signs in its owner while codes are locked", async () => {
  const shop = await openShop();
  const { email } = await shop.customer();
  await later(shop, email, HOUR_MS);
  for (let round = 0; round < 4; round += 1) await guessesFive(shop, email);
  const browser = new Visitor(shop.host);
  const { link } = await asksForMail(browser, email);
  expect((await browser.post(link, {})).status).toBe(303);
});

test("somebody who signs in often, and always right, is not locked out", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  for (let times = 0; times < 22; times += 1) {
    await later(shop, ana.email, 4 * 60_000);
    await env.DB.prepare("UPDATE sign_in_challenges SET created_at = max(created_at, ?) WHERE email = ?")
      .bind(Date.now() - 50 * 60_000, ana.email)
      .run();
    const browser = new Visitor(shop.host);
    const { code } = await asksForMail(browser, ana.email);
    expect((await browser.post("/sign-in/code", { code, next: "/" })).status).toBe(303);
  }
});

test("the cron forgets challenges after a day and sessions that ran out, and nothing else", async () => {
  const shop = await openShop();
  const [old, ana] = [await shop.customer("old"), await shop.customer("ana")];
  await later(shop, old.email, DAY_MS + 1);
  await env.DB.prepare("UPDATE sessions SET expires_at = ? WHERE subject_id = ?")
    .bind(Date.now() - 1, old.id)
    .run();
  await cron();
  const left = async (sql: string, bound: string) =>
    env.DB.prepare(`SELECT count(*) AS n FROM ${sql} = ?`).bind(bound).first("n");
  expect(await left("sign_in_challenges WHERE email", old.email)).toBe(0);
  expect(await left("sessions WHERE subject_id", old.id)).toBe(0);
  expect(await left("sign_in_challenges WHERE email", ana.email)).toBe(1);
  expect((await ana.browser.get("/credits")).status).toBe(200);
});
