import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop } from "../shop/shop";
import { fieldOf, type Page, Visitor } from "../shop/visitor";
import { asksForMail, wrongCodes } from "./sign-in-mail";

const statuses = (pages: Page[]) => pages.map(({ status }) => status).sort();

async function aCustomer() {
  const shop = await openShop();
  const { id, email } = await shop.customer();
  return { shop, id, email, browser: new Visitor(shop.host) };
}

const sessionsOf = (id: string) =>
  env.DB.prepare("SELECT count(*) FROM sessions WHERE subject_id = ?").bind(id).first<number>("count(*)");

test("a code signs a person in once", async () => {
  const { browser, email } = await aCustomer();
  const { code } = await asksForMail(browser, email);
  const challenge = browser.cookie;

  expect(await browser.post("/sign-in/code", { code, next: "/" })).toMatchObject({
    status: 303,
    location: "/",
  });
  expect(await browser.get("/credits")).toMatchObject({ status: 200 });

  const thief = new Visitor(new URL(browser.origin).host).steal(challenge);
  const refused = await thief.post("/sign-in/code", { code, next: "/" });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("This code is not right, was used already or is older than 10 minutes.");
  expect((await thief.get("/credits")).status).toBe(302);
});

test("a code may be typed with spaces, as it is read out", async () => {
  const { browser, email } = await aCustomer();
  const { code } = await asksForMail(browser, email);
  const typed = ` ${code.slice(0, 3)} ${code.slice(3)} `;
  expect((await browser.post("/sign-in/code", { code: typed, next: "/" })).status).toBe(303);
});

test("an address may be typed with capitals and spaces", async () => {
  const { browser, email } = await aCustomer();
  await browser.post("/sign-in", { email: `  ${email.toUpperCase()} `, next: "/" });
  const kept = await env.DB.prepare("SELECT count(*) FROM sign_in_challenges WHERE email = ?")
    .bind(email)
    .first("count(*)");
  expect(kept).toBe(2);
});

test("what is not an address is refused and kept in its field", async () => {
  const { browser } = await aCustomer();
  for (const typed of ["", "ana", "ana@", "a b@example.test", `${"a".repeat(250)}@example.test`]) {
    const page = await browser.post("/sign-in", { email: typed, next: "/" });
    expect(page.status, typed).toBe(422);
    expect(page.text).toContain("Enter your e-mail address, such as ana@example.com");
    expect(fieldValue(page, "email")).toBe(typed);
  }
});

test("twenty wrong guesses at once spend exactly five attempts, and the right code is refused afterwards", async () => {
  const { browser, email, id } = await aCustomer();
  const before = await sessionsOf(id);
  const { code } = await asksForMail(browser, email);

  const guesses = wrongCodes(code, 20).map((guess) =>
    browser.post("/sign-in/code", { code: guess, next: "/" }),
  );
  expect(statuses(await Promise.all(guesses))).toEqual(Array(20).fill(422));

  const attempts = await env.DB.prepare(
    "SELECT attempts FROM sign_in_challenges WHERE email = ? AND used_at IS NULL",
  )
    .bind(email)
    .first("attempts");
  expect(attempts).toBe(5);
  expect((await browser.post("/sign-in/code", { code, next: "/" })).status).toBe(422);
  expect(await sessionsOf(id)).toBe(before);
});

test("four wrong guesses leave room for the right code", async () => {
  const { browser, email } = await aCustomer();
  const { code } = await asksForMail(browser, email);
  for (const guess of wrongCodes(code, 4)) await browser.post("/sign-in/code", { code: guess, next: "/" });
  expect((await browser.post("/sign-in/code", { code, next: "/" })).status).toBe(303);
});

test("after its ten minutes neither the code nor the link works", async () => {
  const { browser, email } = await aCustomer();
  const { code, link } = await asksForMail(browser, email);
  await env.DB.prepare("UPDATE sign_in_challenges SET expires_at = ? WHERE email = ?")
    .bind(Date.now() - 1, email)
    .run();

  expect((await browser.post("/sign-in/code", { code, next: "/" })).status).toBe(422);
  expect((await browser.post(link, {})).status).toBe(422);
});

test("a code without the browser that asked for it is nothing", async () => {
  const { shop, browser, email } = await aCustomer();
  const { code } = await asksForMail(browser, email);
  const stranger = new Visitor(shop.host);
  for (const answer of [
    await stranger.get("/sign-in/code"),
    await stranger.post("/sign-in/code", { code, next: "/" }),
  ]) {
    expect(answer).toMatchObject({ status: 302, location: "/sign-in" });
  }
  expect(stranger.cookie).toBe("");
});

test("who was sent to sign in comes back to the page they wanted", async () => {
  const { browser, email } = await aCustomer();
  const { location } = await browser.get("/history?before=9");
  expect(location).toBe("/sign-in?next=%2Fhistory%3Fbefore%3D9");

  const next = fieldOf(await browser.get(location ?? ""), "next");
  const { code } = await asksForMail(browser, email, next);
  expect((await browser.post("/sign-in/code", { code, next })).location).toBe("/history?before=9");
});

test("another address comes back to it too, and so does whoever waited too long with the code or chose a language", async () => {
  const { shop, browser, email } = await aCustomer();
  const owner = new Visitor("localhost:8787");
  for (const [visitor, typed, wanted] of [
    [browser, email, "/history?before=9"],
    [owner, shop.ownerEmail, "/customers?q=ana&from=3"],
  ] as const) {
    const signIn = `/sign-in?next=${encodeURIComponent(wanted)}`;
    const { location } = await visitor.post(signIn, { email: typed, next: wanted });
    const ways = (page: Page) => [...page.html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
    const shown = await visitor.get(location ?? "");
    expect(ways(shown)).toContain(signIn.replaceAll("&", "&amp;"));
    const wrong = await visitor.post(location ?? "", { code: "none", next: wanted });
    expect(wrong.status).toBe(422);
    expect(ways(wrong)).toContain(signIn.replaceAll("&", "&amp;"));
    const late = new Visitor(new URL(visitor.origin).host);
    expect((await late.post(location ?? "", { code: "000000", next: wanted })).location).toBe(signIn);
    if (visitor === browser) expect(fieldOf(wrong, "next")).toBe(wanted);
  }
});

test("no address to go on to leads off the site", async () => {
  const { browser, email } = await aCustomer();
  for (const next of [
    "https://evil.test",
    "//evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "/\t/evil.test",
    "/.//evil.test",
    "javascript:alert(1)",
    "data:text/html,1",
    "evil.test",
    "",
  ]) {
    const page = await browser.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(leadsTo(fieldOf(page, "next"), browser), next).toBe(browser.origin);
    await env.DB.prepare("UPDATE sign_in_challenges SET created_at = 0 WHERE email = ?").bind(email).run();
    const { code } = await asksForMail(browser, email);
    const { status, location } = await browser.post("/sign-in/code", { code, next });
    expect(status, next).toBe(303);
    expect(leadsTo(location ?? "", browser), next).toBe(browser.origin);
  }
});

const leadsTo = (location: string, { origin }: Visitor) => new URL(location, `${origin}/sign-in/code`).origin;

/** What stands in a visible field. */
function fieldValue({ html }: Page, name: string): string | undefined {
  const input = [...html.matchAll(/<input[^>]*>/g)].find(([tag]) => tag.includes(`name="${name}"`))?.[0];
  return input && (/ value="([^"]*)"/.exec(input)?.[1] ?? "");
}
