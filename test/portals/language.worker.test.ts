import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop, starterPack } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";

const spoken = (page: Page) => [
  /<html lang="(\w+)"/.exec(page.html)?.[1],
  page.headers.get("content-language"),
];

const rowOf = (id: string) =>
  env.DB.prepare("SELECT locale FROM customers WHERE id = ?").bind(id).first<{ locale: string | null }>();

test("a portal answers in the language that the browser asks for, and says so", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  for (const [asked, language] of [
    ["de-CH,de;q=0.9", "de"],
    ["es", "es"],
    ["fr-CA, en;q=0.5", "fr"],
    ["ja", "en"],
  ] as const) {
    const page = await ana.browser.get("/credits", { "accept-language": asked });
    expect(spoken(page), asked).toEqual([language, language]);
    expect(page.headers.get("vary")).toContain("Accept-Language");
  }
});

test("the switch is a form: what a customer chooses counts before what the browser asks for, on any device", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { html } = await ana.browser.get("/history?type=added");
  expect(html).toMatch(/<form method="post" action="\/language"/);
  expect(html).toContain('name="next" value="/history?type=added"');

  const chosen = await ana.browser.post("/language", { language: "de", next: "/history?type=added" });
  expect([chosen.status, chosen.location]).toEqual([303, "/history?type=added"]);
  expect(await rowOf(ana.id)).toEqual({ locale: "de" });
  expect(spoken(await ana.browser.get("/credits", { "accept-language": "fr" }))).toEqual(["de", "de"]);

  const session = ana.browser.cookie.split("; ").filter((pair) => pair.startsWith("session="));
  const otherDevice = new Visitor(shop.host).steal(session.join("; "));
  expect(spoken(await otherDevice.get("/credits", { "accept-language": "fr" }))).toEqual(["de", "de"]);

  const { results } = await env.DB.prepare(
    "SELECT actor_type, actor_id, before, after FROM audit_log WHERE action = 'customer.language_chosen' AND object_id = ?",
  )
    .bind(ana.id)
    .all();
  expect(results).toEqual([
    { actor_type: "customer", actor_id: ana.id, before: '{"locale":null}', after: '{"locale":"de"}' },
  ]);
});

test("signed out the browser remembers the choice, and nothing is written", async () => {
  const shop = await openShop();
  const visitor = new Visitor(shop.host);
  await visitor.post("/language", { language: "fr", next: "/sign-in" });
  expect(spoken(await visitor.get("/sign-in", { "accept-language": "de" }))).toEqual(["fr", "fr"]);
});

test("a choice that is none, and a way on that leads elsewhere, change nothing and lead nowhere", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const refused = await ana.browser.post("/language", { language: "xx", next: "/" });
  expect(refused.status).toBe(422);
  expect(await rowOf(ana.id)).toEqual({ locale: null });

  const led = await ana.browser.post("/language", { language: "es", next: "//evil.test" });
  expect(led.location).toBe("/");
  expect((await new Visitor("localhost:8787").post("/language", { language: "de", next: "/" })).status).toBe(
    404,
  );
});

test("a refusal is told in the customer's language, and its code and status stay", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await ana.browser.post("/language", { language: "de", next: "/" });

  const unknown = await ana.browser.get("/no-such-page");
  expect([unknown.status, unknown.text]).toEqual([404, expect.stringContaining("Nicht gefunden")]);
  const foreign = await ana.browser.post("/credits", { planId: "plan_of_nobody", clickId: "click" });
  expect(foreign.status).toBe(404);
  expect(foreign.text).toContain("Dieses Paket ist nicht mehr verfügbar Es wurde nichts abgebucht.");
});
