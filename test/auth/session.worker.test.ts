import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { everyRow } from "../http/rows";
import { openShop } from "../shop/shop";
import { Visitor } from "../shop/visitor";
import { asksForMail } from "./sign-in-mail";

const PLATFORM = "localhost:8787";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

test("signing out ends the session on the server: the old cookie is nothing", async () => {
  const shop = await openShop();
  for (const person of [await shop.customer(), await shop.owner()]) {
    const home = person.browser.origin.endsWith(`//${PLATFORM}`) ? "/home" : "/credits";
    const kept = person.browser.cookie;
    expect((await person.browser.get(home)).status).toBe(200);

    expect(await person.browser.post("/sign-out", {})).toMatchObject({ status: 303, location: "/sign-in" });
    expect(person.browser.cookie).not.toContain("session=");
    const thief = new Visitor(new URL(person.browser.origin).host).steal(kept);
    expect((await thief.get(home)).location).toMatch(/^\/sign-in/);
  }
});

test("signing out in one browser leaves the others signed in", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const phone = new Visitor(shop.host);
  await phone.post((await asksForMail(phone, ana.email)).link, {});

  await ana.browser.post("/sign-out", {});
  expect((await phone.get("/credits")).status).toBe(200);
});

test("a session that ran out is nothing", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const owner = await shop.owner();
  await env.DB.prepare(
    "UPDATE sessions SET expires_at = ? WHERE realm = ? OR subject_id IN (SELECT id FROM partner_members WHERE email = ?)",
  )
    .bind(Date.now() - 1, `portal:portal_${shop.name}`, shop.ownerEmail)
    .run();
  expect((await ana.browser.get("/credits")).status).toBe(302);
  expect((await owner.browser.get("/settings")).status).toBe(302);
});

test("a session in use lives on: twelve hours for a partner, thirty days for a customer", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const owner = await shop.owner();
  const ofThisShop = "(subject_id = ?1 OR subject_id IN (SELECT id FROM partner_members WHERE email = ?2))";
  await env.DB.prepare(`UPDATE sessions SET expires_at = ?3, last_seen_at = ?4 WHERE ${ofThisShop}`)
    .bind(ana.id, shop.ownerEmail, Date.now() + 60_000, Date.now() - 5 * 60_000)
    .run();

  await Promise.all([ana.browser.get("/credits"), owner.browser.get("/settings")]);
  await expect
    .poll(async () => {
      const { results } = await env.DB.prepare(
        `SELECT expires_at FROM sessions WHERE ${ofThisShop} ORDER BY expires_at`,
      )
        .bind(ana.id, shop.ownerEmail)
        .all<{ expires_at: number }>();
      return results.map(({ expires_at }) => Math.round((expires_at - Date.now()) / HOUR_MS));
    })
    .toEqual([12, (30 * DAY_MS) / HOUR_MS]);
});

test("a cookie that was made up is nothing, and no error either", async () => {
  const shop = await openShop();
  for (const value of ["x", "%%%", "e30=", "bnVsbA==", ""]) {
    const cookie = `session=${value}; sign-in=${value}`;
    expect((await new Visitor(shop.host).get("/credits", { cookie })).status, cookie).toBe(302);
    expect((await new Visitor(PLATFORM).get("/settings", { cookie })).status, cookie).toBe(302);
    const guess = { code: "123456", next: "/" };
    const { status } = await new Visitor(shop.host).post("/sign-in/code", guess, { cookie });
    expect([302, 422], cookie).toContain(status);
  }
});

test("D1 holds neither code nor token nor link in the clear, nor anything that they could be found from", async () => {
  const shop = await openShop();
  const { email } = await shop.customer();
  const browser = new Visitor(shop.host);
  const unused = await asksForMail(new Visitor(shop.host), email);
  const used = await asksForMail(browser, email);
  await browser.post("/sign-in/code", { code: used.code, next: "/" });
  const cookie = /session=([^;]+)/.exec(browser.cookie)?.[1] ?? "";
  const session = JSON.parse(atob(decodeURIComponent(cookie))) as string;
  expect(session.length).toBeGreaterThan(40);

  const kept = JSON.stringify(await everyRow());
  expect(kept).toContain(email);
  for (const secret of [unused.token, used.token, session, cookie]) expect(kept).not.toContain(secret);
  for (const { code } of [unused, used]) {
    // A plain hash of six digits is found by trying them all.
    expect(kept).not.toMatch(new RegExp(`\\b(${code}|${await sha256(code)})\\b`));
  }
});

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

test("cookies are out of reach of scripts and other sites, and stay on their own host", async () => {
  const shop = await openShop();
  const { email } = await shop.customer();
  const browser = new Visitor(shop.host);
  const { headers: asked } = await browser.post("/sign-in", { email, next: "/" });
  const { link } = await asksForMail(browser, email);
  const { headers: signedIn } = await browser.post(link, {});
  const { headers: signedOut } = await browser.post("/sign-out", {});

  const cookies = [asked, signedIn, signedOut].flatMap((headers) => headers.getSetCookie());
  expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual(["sign-in", "session", "sign-in", "session"]);
  for (const cookie of cookies) {
    const attributes = cookie.toLowerCase().split("; ").slice(1);
    expect(attributes).toEqual(expect.arrayContaining(["path=/", "httponly", "samesite=lax"]));
    expect(attributes.some((attribute) => attribute.startsWith("domain"))).toBe(false);
  }
});
