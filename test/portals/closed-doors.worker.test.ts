import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { EVERY_LANGUAGE } from "../../app/i18n/language";
import { speak } from "../../app/i18n/speak";
import type { Texts } from "../../app/i18n/texts";
import { stripe } from "../shop/outside";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";

type Ask = (headers: { "accept-language": string }) => Promise<Page>;

const asRead = (words: string) => words.replace(/\s+/g, " ");

/** Asks in each of the languages, and wants the same answer in each: of this status, in the words of that language. */
async function expectInEveryLanguage(ask: Ask, status: number, words: (texts: Texts) => string) {
  const said = new Set<string>();
  for (const language of EVERY_LANGUAGE) {
    const page = await ask({ "accept-language": language });
    const { texts } = speak({ locale: "en-US", creditWord: "credits" }, language);
    expect(page.status, language).toBe(status);
    expect(page.headers.get("content-language")).toBe(language);
    expect(page.headers.get("vary")).toContain("Accept-Language");
    expect(page.text, language).toContain(asRead(words(texts)));
    said.add(words(texts));
  }
  expect(said.size).toBe(EVERY_LANGUAGE.length);
}

const close = ({ partnerId }: Shop) =>
  env.DB.prepare("UPDATE portals SET enabled = 0 WHERE partner_id = ?").bind(partnerId).run();

/** Takes a table away for a while, which no code of ours expects. */
async function without(table: string, story: () => Promise<void>): Promise<void> {
  await env.DB.exec(`ALTER TABLE ${table} RENAME TO ${table}_away`);
  try {
    await story();
  } finally {
    await env.DB.exec(`ALTER TABLE ${table}_away RENAME TO ${table}`);
  }
}

test("a portal that is switched off says so in four languages, to customers and to whoever would sign in", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  await close(shop);
  const help = `help@${shop.name}.test`;
  for (const browser of [ana.browser, new Visitor(shop.host)]) {
    for (const path of ["/credits", "/sign-in"]) {
      await expectInEveryLanguage(
        (headers) => browser.get(path, headers),
        403,
        ({ refusals }) => refusals.portalClosed(help).message,
      );
    }
  }
});

test("a customer who is blocked reads whom to ask in four languages", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  await env.DB.prepare("UPDATE customers SET portal_access = 'blocked' WHERE id = ?").bind(ana.id).run();
  await expectInEveryLanguage(
    (headers) => ana.browser.get("/credits", headers),
    403,
    ({ refusals }) => refusals.portalAccessDenied(`help@${shop.name}.test`).message,
  );
});

test("where there is no portal, and where a portal has no page, is said in four languages", async () => {
  const shop = await openShop();
  for (const host of ["nobody.localhost:8787", "credits.nobody.test:8787"]) {
    await expectInEveryLanguage(
      (headers) => new Visitor(host).get("/credits", headers),
      404,
      ({ refusals }) => refusals.notFound.title,
    );
  }
  await expectInEveryLanguage(
    (headers) => new Visitor(shop.host).get("/no-such-page", headers),
    404,
    ({ refusals }) => refusals.notFound.message,
  );
});

test("what does not work just now, or went wrong, is said in four languages", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: 12 });
  const { html } = await ana.browser.get("/credits");
  const planId = /name="planId" value="([^"]+)"/.exec(html)?.[1] ?? "";
  await expectInEveryLanguage(
    (headers) => ana.browser.post("/credits", { planId }, headers),
    503,
    ({ refusals }) => refusals.tryAgain.message,
  );
  await stripe.clearFaults();

  await without("credit_plans", () =>
    expectInEveryLanguage(
      (headers) => ana.browser.get("/credits", headers),
      500,
      ({ errors }) => errors.unexpected.message,
    ),
  );
  await without("portals", () =>
    expectInEveryLanguage(
      (headers) => ana.browser.get("/credits", headers),
      503,
      ({ door }) => door.notNow,
    ),
  );
});

test("too many tries are told in four languages: of codes asked for, and of codes typed", async () => {
  const shop = await openShop();
  const visitor = new Visitor(shop.host);
  const asks = (email: string) => (headers: Record<string, string>) =>
    visitor.post("/sign-in", { email, next: "/" }, headers);
  for (let tries = 0; tries < 5; tries += 1) await asks("ana@customer.test")({});
  await expectInEveryLanguage(asks("ana@customer.test"), 429, ({ refusals }) => refusals.rateLimited.message);

  await shop.invites("ben@customer.test");
  const guesses = (headers: Record<string, string>) =>
    visitor.post("/sign-in/code", { code: "000000", next: "/" }, headers);
  for (let mails = 0; mails < 4; mails += 1) {
    await asks("ben@customer.test")({});
    for (let tries = 0; tries < 5; tries += 1) await guesses({});
  }
  await asks("ben@customer.test")({});
  await expectInEveryLanguage(guesses, 429, ({ refusals }) => refusals.codesLocked.message);
});

test("what the door turns away is told in four languages", async () => {
  const { host } = await openShop();
  const visitor = new Visitor(host);
  const turnedAway: [Ask, number, (texts: Texts) => string][] = [
    [(headers) => visitor.get("/credits?_data=root", headers), 400, ({ door }) => door.unusedAddress],
    [
      (headers) => visitor.post("/credits", {}, { ...headers, origin: "https://evil.test" }),
      403,
      ({ door }) => door.foreignForm,
    ],
    [
      (headers) => visitor.post("/credits", {}, { ...headers, "content-type": "text/plain" }),
      415,
      ({ door }) => door.noForm,
    ],
    [
      (headers) => visitor.post("/credits", { much: "x".repeat(65 * 1024) }, headers),
      413,
      ({ door }) => door.tooLarge,
    ],
  ];
  for (const [ask, status, words] of turnedAway) await expectInEveryLanguage(ask, status, words);
});

test("the platform is told in English, whatever its visitor's browser asks for", async () => {
  const platform = new Visitor("localhost:8787");
  const page = await platform.get("/credits?_data=root", { "accept-language": "de" });
  expect([page.status, page.text]).toEqual([400, "This address is not in use."]);
  expect(page.headers.has("content-language")).toBe(false);
});

test("what was chosen in this browser counts before what it asks for, at every door", async () => {
  const shop = await openShop();
  const visitor = new Visitor(shop.host);
  await visitor.post("/language", { language: "fr", next: "/" });
  await close(shop);
  for (const path of ["/sign-in", "/credits?_data=root"]) {
    const page = await visitor.get(path, { "accept-language": "de" });
    expect(page.headers.get("content-language"), path).toBe("fr");
  }
});
