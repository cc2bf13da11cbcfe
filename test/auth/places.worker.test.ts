import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import type { Customer, Owner } from "../shop/people";
import { openShop } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";
import { asksForMail } from "./sign-in-mail";

const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
const DESK =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
const DAY_MS = 86_400_000;

/** Signs in once more, in another browser. */
async function alsoSignsIn({ email, browser }: Customer | Owner, userAgent: string): Promise<Visitor> {
  const another = new Visitor(new URL(browser.origin).host);
  const { link } = await asksForMail(another, email);
  await another.post(link, {}, { "user-agent": userAgent });
  return another;
}

/** The two kinds of people who sign in, and the page on which they see where. */
async function everybody() {
  const shop = await openShop();
  return [
    { person: await shop.customer(), page: "/account", home: "/credits", shop },
    { person: await shop.owner(), page: "/settings/account", home: "/settings", shop },
  ];
}

/** The buttons of the list, by the device they stand beside. */
const placesOn = ({ html }: Page) =>
  [
    ...html.matchAll(
      /name="place" value="(session_[^"]+)"[^>]*aria-label="Sign out: ([^"]+), signed in [^"]+"/g,
    ),
  ].map(([, id = "", device = ""]) => ({ id, device }));

test("where one is signed in is listed in plain words, the last seen first, and this device is marked", async () => {
  for (const { person, page } of await everybody()) {
    const phone = await alsoSignsIn(person, PHONE);
    await alsoSignsIn(person, DESK);
    const seen = await phone.get(page);
    expect(seen.status).toBe(200);
    expect(placesOn(seen).map(({ device }) => device)).toEqual([
      "Chrome on Windows",
      "Safari on iPhone, This device",
      "Unknown browser",
    ]);
    expect(seen.text).toMatch(/Safari on iPhone This device Last seen now · signed in now/);
    expect(seen.text.match(/This device/g)).toHaveLength(1);
    expect(seen.text).toContain(person.email);
  }
});

test("one place can be signed out from another, which stays signed in", async () => {
  for (const { person, page, home } of await everybody()) {
    const phone = await alsoSignsIn(person, PHONE);
    const [lost] = placesOn(await person.browser.get(page)).filter(({ device }) => device.includes("iPhone"));
    expect(await person.browser.post(page, { place: lost?.id ?? "" })).toMatchObject({
      status: 303,
      location: `${page}?ended`,
    });
    expect((await phone.get(home)).status).toBe(302);
    const after = await person.browser.get(`${page}?ended`);
    expect(after.text).toContain("You are signed out there.");
    expect(placesOn(after)).toHaveLength(1);
  }
});

test("signing out everywhere ends every place, this one too, and nobody else's", async () => {
  for (const { person, page, home, shop } of await everybody()) {
    const phone = await alsoSignsIn(person, PHONE);
    const neighbour = await shop.customer("neighbour");
    expect(await person.browser.post(page, { place: "all" })).toMatchObject({
      status: 303,
      location: "/sign-in",
    });
    expect(person.browser.cookie).not.toContain("session=");
    expect((await phone.get(home)).status).toBe(302);
    expect((await neighbour.browser.get("/credits")).status).toBe(200);
  }
});

test("signing out of the place that one is in leads to the sign-in", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const [here] = placesOn(await ana.browser.get("/account"));
  expect((await ana.browser.post("/account", { place: here?.id ?? "" })).location).toBe("/sign-in");
  expect((await ana.browser.get("/credits")).status).toBe(302);
});

test("nobody ends another person's session by its name, nor finds out that it is there", async () => {
  const shop = await openShop();
  const [ana, ben] = [await shop.customer("ana"), await shop.customer("ben")];
  const elsewhere = await (await openShop()).customer("cleo");
  const owner = await shop.owner();
  const [place] = placesOn(await ana.browser.get("/account"));
  for (const [who, page] of [
    [ben, "/account"],
    [elsewhere, "/account"],
    [owner, "/settings/account"],
  ] as const) {
    for (const guess of [place?.id ?? "", "session_00000000000000000000000000", ""]) {
      expect((await who.browser.post(page, { place: guess })).status).toBe(404);
    }
  }
  expect((await ana.browser.get("/credits")).status).toBe(200);
});

test("who signed out where is in the partner's record", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  await alsoSignsIn(ana, PHONE);
  const [place] = placesOn(await ana.browser.get("/account"));
  await ana.browser.post("/account", { place: place?.id ?? "" });
  await ana.browser.post("/account", { place: "all" });
  const { results } = await env.DB.prepare(
    "SELECT actor_type, actor_id, action, object_id FROM audit_log WHERE partner_id = ? AND action LIKE 'session%' ORDER BY at, id",
  )
    .bind(shop.partnerId)
    .all();
  const by = { actor_type: "customer", actor_id: ana.id };
  expect(results).toEqual([
    { ...by, action: "session.ended", object_id: place?.id },
    { ...by, action: "sessions.ended", object_id: ana.id },
  ]);
});

test("the page tells neither a token nor its hash", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const { html } = await ana.browser.get("/account");
  const { results } = await env.DB.prepare("SELECT token_hash FROM sessions WHERE subject_id = ?")
    .bind(ana.id)
    .all<{ token_hash: string }>();
  expect(results).toHaveLength(1);
  for (const { token_hash } of results) expect(html).not.toContain(token_hash);
  const token = /session=([^;]+)/.exec(ana.browser.cookie)?.[1] ?? "";
  expect(html).not.toContain(JSON.parse(atob(decodeURIComponent(token))));
});

test("a sign-in makes a new session and ends the one that the browser had: nobody's planted cookie lives on", async () => {
  const shop = await openShop();
  const [attacker, ana] = [await shop.customer("attacker"), await shop.customer("ana")];
  const planted = attacker.browser.cookie;
  const victim = new Visitor(shop.host).steal(planted);
  const { code } = await asksForMail(victim, ana.email);
  await victim.post("/sign-in/code", { code, next: "/" });

  expect(victim.cookie).not.toContain(/session=[^;]+/.exec(planted)?.[0]);
  expect((await victim.get("/account")).text).toContain(ana.email);
  expect((await new Visitor(shop.host).steal(planted).get("/credits")).status).toBe(302);
});

test("a session that never rests ends all the same: after 180 days for a customer, 7 for a partner", async () => {
  for (const { person, home } of await everybody()) {
    const longest_ms = (home === "/credits" ? 180 : 7) * DAY_MS;
    const theirs =
      "subject_id IN (SELECT id FROM customers WHERE email = ?1 UNION SELECT id FROM partner_members WHERE email = ?1)";
    const startedAt = Date.now() - longest_ms + 60_000;
    await env.DB.prepare(`UPDATE sessions SET created_at = ?2, last_seen_at = ?2 WHERE ${theirs}`)
      .bind(person.email, startedAt)
      .run();
    await person.browser.get(home);
    const endsAt = () =>
      env.DB.prepare(`SELECT max(expires_at) AS at FROM sessions WHERE ${theirs}`)
        .bind(person.email)
        .first<number>("at");
    await expect.poll(endsAt).toBe(startedAt + longest_ms);
  }
});

test("a session in use is written at most once in five minutes", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const seenAt = () =>
    env.DB.prepare("SELECT last_seen_at FROM sessions WHERE subject_id = ?")
      .bind(ana.id)
      .first<number>("last_seen_at");
  const first = await seenAt();
  await ana.browser.get("/credits");
  await ana.browser.get("/history");
  expect(await seenAt()).toBe(first);

  const before = Date.now() - 5 * 60_000;
  await env.DB.prepare("UPDATE sessions SET last_seen_at = ? WHERE subject_id = ?")
    .bind(before, ana.id)
    .run();
  await ana.browser.get("/credits");
  await expect.poll(seenAt).toBeGreaterThan(before);
});

test("of more than twenty places the last seen are listed, and the page says that there are others", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  await env.DB.prepare(
    `WITH RECURSIVE place (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < 20)
     INSERT INTO sessions (token_hash, id, realm, subject_id, created_at, last_seen_at, expires_at, user_agent)
     SELECT ?1 || n, 'session_' || ?1 || n, ?2, ?1, 1, n, ?3, '' FROM place`,
  )
    .bind(ana.id, `portal:portal_${shop.name}`, Date.now() + DAY_MS)
    .run();
  const page = await ana.browser.get("/account");
  expect(placesOn(page)).toHaveLength(20);
  expect(page.text).toContain("Older places are not shown.");
});
