import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";
import { asksForMail } from "./sign-in-mail";

const PLATFORM = "localhost:8787";

const statuses = (pages: Page[]) => pages.map(({ status }) => status).sort();

/** Somebody who asked on a site, and the message that they got. */
async function hasAsked(site: "portal" | "platform" = "portal") {
  const shop = await openShop();
  const { id, email } = site === "portal" ? await shop.customer() : { id: "", email: shop.ownerEmail };
  const browser = new Visitor(site === "portal" ? shop.host : PLATFORM);
  return { id, email, browser, mail: await asksForMail(browser, email) };
}

const another = ({ origin }: Visitor) => new Visitor(new URL(origin).host);

const usedAt = (email: string) =>
  env.DB.prepare("SELECT max(used_at) AS at FROM sign_in_challenges WHERE email = ?")
    .bind(email)
    .first<number>("at");

test("opening a link uses nothing up, however often and by whomever; its button signs in", async () => {
  const { browser, email, mail } = await hasAsked();
  const before = await usedAt(email);
  const scanner = another(browser);
  for (const visitor of [scanner, browser, scanner, browser]) {
    expect((await visitor.get(mail.link)).status).toBe(200);
    const head = await env.APP.fetch(browser.origin + mail.link, {
      method: "HEAD",
      headers: { host: new URL(browser.origin).host, cookie: visitor.cookie },
    });
    expect(head.status).toBe(200);
  }
  expect(scanner.cookie).toBe("");
  expect(await usedAt(email)).toBe(before);

  expect((await browser.get(mail.link)).text).toContain("One click, and you are in.");
  expect(await browser.post(mail.link, {})).toMatchObject({ status: 303, location: "/" });
  expect((await browser.get("/credits")).status).toBe(200);
});

test.each(["portal", "platform"] as const)(
  "on the %s a link signs in only the browser that asked for it, and says so in any other",
  async (site) => {
    const { browser, mail } = await hasAsked(site);
    const stranger = another(browser);
    const looked = await stranger.get(mail.link);
    expect(looked.text).toContain(
      "Open this link in the browser where you asked for it, or type the code there",
    );
    expect(looked.html).not.toContain(">Sign in</button>");

    const clicked = await stranger.post(mail.link, {});
    expect(clicked.status).toBe(422);
    expect(clicked.text).toContain("Open this link in the browser where you asked for it");
    expect(stranger.cookie).toBe("");

    expect((await browser.post(mail.link, {})).status).toBe(303);
  },
);

test("a link that was sent to somebody else signs nobody in as its sender", async () => {
  const { browser: attacker, mail } = await hasAsked();
  const victim = another(attacker);
  await victim.post("/sign-in", { email: "victim@customer.test", next: "/" });
  expect((await victim.post(mail.link, {})).status).toBe(422);
  expect(victim.cookie).not.toContain("session=");
});

test("of fifty uses of a link at once one wins", async () => {
  const { browser, id, mail } = await hasAsked();
  const tabs = Array.from({ length: 50 }, () => another(browser).steal(browser.cookie));
  const before = await sessionsOf(id);
  const uses = await Promise.all(tabs.map((tab) => tab.post(mail.link, {})));
  expect(statuses(uses)).toEqual([303, ...Array(49).fill(422)]);
  expect(uses.find(({ status }) => status === 422)?.text).toContain("This link no longer works");
  expect(await sessionsOf(id)).toBe(before + 1);
});

test("of fifty uses of a code at once one wins, and at most five are looked at", async () => {
  const { browser, id, mail } = await hasAsked();
  const tabs = Array.from({ length: 50 }, () => another(browser).steal(browser.cookie));
  const before = await sessionsOf(id);
  const uses = await Promise.all(
    tabs.map((tab) => tab.post("/sign-in/code", { code: mail.code, next: "/" })),
  );
  expect(statuses(uses)).toEqual([303, ...Array(49).fill(422)]);
  expect(await sessionsOf(id)).toBe(before + 1);
});

test("the code and the link of one message are one: using either uses up both", async () => {
  const first = await hasAsked();
  expect((await first.browser.post(first.mail.link, {})).status).toBe(303);
  const { code } = first.mail;
  expect([302, 422]).toContain((await first.browser.post("/sign-in/code", { code, next: "/" })).status);

  const second = await hasAsked();
  const kept = another(second.browser).steal(second.browser.cookie);
  await second.browser.post("/sign-in/code", { code: second.mail.code, next: "/" });
  expect((await kept.post(second.mail.link, {})).status).toBe(422);
});

test("who asks twice uses the newest message, and the older link says so", async () => {
  const { browser, email, mail } = await hasAsked();
  const newer = await asksForMail(browser, email);
  expect((await browser.get(mail.link)).text).toContain("only the newest e-mail counts");
  expect((await browser.post(mail.link, {})).status).toBe(422);
  expect((await browser.post(newer.link, {})).status).toBe(303);
});

const sessionsOf = async (id: string) =>
  (await env.DB.prepare("SELECT count(*) FROM sessions WHERE subject_id = ?")
    .bind(id)
    .first<number>("count(*)")) ?? 0;
