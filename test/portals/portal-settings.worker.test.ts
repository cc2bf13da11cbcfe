import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop, starterPack } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";
import { joined, png, text } from "./sample-images";

const PAGE = "/settings/portal";
const IMAGES = "/settings/portal/images";

const FORM = {
  enabled: "on",
  title: "Acme Voice",
  slogan: "Calls that answer themselves",
  brandColor: "#7c3aed",
  theme: "dark",
  creditWord: "minutes",
  locale: "en-US",
  supportEmail: "help@acme.test",
  termsUrl: "https://acme.test/terms",
  privacyUrl: "https://acme.test/privacy",
  planOrder: "cheapest_first",
};

/** A partner who has everything but a portal. */
async function ownerWithoutPortal() {
  const shop = await openShop();
  await env.DB.prepare("DELETE FROM portals WHERE partner_id = ?").bind(shop.partnerId).run();
  return shop.owner();
}

async function auditOf(partnerId: string): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT action FROM audit_log WHERE partner_id = ? ORDER BY at, id",
  )
    .bind(partnerId)
    .all<{ action: string }>();
  return results.map(({ action }) => action);
}

const imageOf = ({ html }: Page) => /src="(\/brand\/image_[0-9a-z]{26})"/.exec(html)?.[1] ?? "";

test("a partner opens its portal under an address of its own, once", async () => {
  const owner = await ownerWithoutPortal();
  const subdomain = `voice-${crypto.randomUUID().slice(0, 8)}`;

  expect((await owner.browser.get(PAGE)).text).toContain("Open your portal");
  const opened = await owner.browser.post(PAGE, { intent: "open", subdomain, title: "Acme Voice" });

  expect(opened).toMatchObject({ status: 303, location: `${PAGE}?opened` });
  expect((await new Visitor(`${subdomain}.localhost:8787`).get("/sign-in")).html).toContain("Acme Voice");
  const again = await owner.browser.post(PAGE, { intent: "open", subdomain: "another-one", title: "X" });
  expect(again.status).toBe(303);
  expect((await new Visitor("another-one.localhost:8787").get("/")).status).toBe(404);
  expect(await auditOf(owner.shop.partnerId)).toEqual(["portal.opened"]);
});

test("an address that is taken, reserved or like ours is refused with what was typed", async () => {
  const [owner, other] = [await ownerWithoutPortal(), await openShop()];
  for (const [subdomain, said] of [
    [other.name, "This address is taken"],
    ["admin", "This address is reserved"],
    ["t0pup-help", "This address could be taken for ours"],
  ]) {
    const page = await owner.browser.post(PAGE, {
      intent: "open",
      subdomain: subdomain ?? "",
      title: "Mine",
    });
    expect(page.status, subdomain).toBe(422);
    expect(page.text).toContain(said);
    expect(page.html).toContain(`value="${subdomain}"`);
  }
});

test("of two partners who want one address at once, one has it", async () => {
  const owners = [await ownerWithoutPortal(), await ownerWithoutPortal()];
  const subdomain = `race-${crypto.randomUUID().slice(0, 8)}`;

  const answers = await Promise.all(
    owners.map(({ browser }) => browser.post(PAGE, { intent: "open", subdomain, title: "Race" })),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
});

test("what a partner chooses is what its customers see at their next page", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];

  const saved = await owner.browser.post(PAGE, FORM);

  expect(saved).toMatchObject({ status: 303, location: `${PAGE}?saved` });
  const { html, text: words } = await ana.browser.get("/credits");
  expect(html).toContain('data-theme="dark"');
  expect(html).toContain("--brand:#7c3aed");
  for (const seen of ["Acme Voice", "Calls that answer themselves", "help@acme.test"])
    expect(words).toContain(seen);
  expect(html).toContain('href="https://acme.test/terms"');
  expect(html).toContain('href="https://acme.test/privacy"');
  expect(await auditOf(shop.partnerId)).toContain("portal.settings_changed");
});

test("mistakes keep what was typed, name each field and change nothing", async () => {
  const shop = await openShop();
  const owner = await shop.owner();

  const page = await owner.browser.post(PAGE, { ...FORM, title: "", termsUrl: "javascript:alert(1)" });

  expect(page.status).toBe(422);
  expect(page.text).toContain("Nothing was saved");
  expect(page.text).toContain("Title is required");
  expect(page.text).toContain("Terms must be an address that begins with https://");
  expect(page.html).toContain('value="Calls that answer themselves"');
  expect((await new Visitor(shop.host).get("/sign-in")).html).toContain(shop.title);
});

test("the preview counts in the partner's word for a credit and in the portal's own way, as the portal will", async () => {
  const owner = await (await openShop()).owner();
  const preview = await owner.browser.post(PAGE, { ...FORM, locale: "de-DE", intent: "preview" });
  for (const seen of ["1.240 minutes", "1.000 minutes", "per minute"]) expect(preview.text).toContain(seen);
});

test("the preview of a plan does too", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  await owner.browser.post(PAGE, FORM);
  const typed = { name: "Single", credits: "1", price: "2.50", intent: "advise" };
  const form = await owner.creates(typed);
  for (const seen of ["1 minute", "$2.50 per minute"]) expect(form.text).toContain(seen);
});

test("without scripts the preview follows a button, and a shade can be taken, with nothing saved", async () => {
  const shop = await openShop();
  const owner = await shop.owner();

  const preview = await owner.browser.post(PAGE, { ...FORM, brandColor: "#facc15", intent: "preview" });
  const shade = /name="shade" value="(#[0-9a-f]{6})"/.exec(preview.html)?.[1] ?? "";
  const taken = await owner.browser.post(PAGE, { ...FORM, brandColor: "#facc15", shade });

  expect(preview.html).toContain(".portal-preview{--brand:#facc15;--brand-fg:#000000}");
  expect(preview.text).toContain("White text on it: 1.5 to 1, so text on it is black");
  expect(/<input[^>]*name="brandColor"[^>]*>/.exec(taken.html)?.[0]).toContain(`value="${shade}"`);
  expect((await new Visitor(shop.host).get("/sign-in")).html).toContain(shop.title);
});

test("T8 nothing that a partner writes is obeyed by the portal or by the dashboard", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const evil = `"><script>alert(1)</script>`;
  await owner.browser.post(PAGE, { ...FORM, title: evil, slogan: `</style>${evil}` });
  const ana = await shop.customer();

  for (const page of [await ana.browser.get("/credits"), await owner.browser.get(PAGE)]) {
    expect(page.html).not.toContain("<script>alert");
    expect(page.text).toContain("<script>alert(1)</script>");
  }
});

test("a portal that is switched off says so in the partner's name; it comes back with everybody signed in", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const { enabled: _, ...off } = FORM;

  await owner.browser.post(PAGE, off);
  for (const path of ["/credits", "/sign-in", "/history.csv"]) {
    const page = await ana.browser.get(path);
    expect(page.status, path).toBe(403);
    expect(page.text).toContain("This portal is closed at the moment");
  }
  for (const path of ["/", "/credits.data", "/no-such-page"]) {
    expect((await ana.browser.get(path)).html, path).not.toContain(starterPack.name);
  }
  await owner.browser.post(PAGE, FORM);
  expect((await ana.browser.get("/credits")).status).toBe(200);
});

test("a logo is shown in place of the title and kept by browsers for good", async () => {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];

  const uploaded = await owner.browser.upload(IMAGES, { kind: "logo" }, png(320, 64));
  await owner.browser.upload(IMAGES, { kind: "favicon" }, png(64, 64));

  expect(uploaded).toMatchObject({ status: 303, location: `${PAGE}?uploaded=logo#images` });
  const page = await ana.browser.get("/credits");
  expect(page.html).toContain(`alt="${shop.title}"`);
  expect(page.html).toMatch(/<link rel="icon" href="\/brand\/image_/);
  const { status, headers } = await new Visitor(shop.host).get(imageOf(page));
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("image/png");
  expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("sandbox");
  expect((await auditOf(shop.partnerId)).sort()).toEqual(["portal.favicon_replaced", "portal.logo_replaced"]);
});

test("another logo takes the place of the first, and removing it brings the title back", async () => {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  await owner.browser.upload(IMAGES, { kind: "logo" }, png(320, 64));
  const first = imageOf(await ana.browser.get("/credits"));

  await owner.browser.upload(IMAGES, { kind: "logo" }, png(400, 80));
  expect(imageOf(await ana.browser.get("/credits"))).not.toBe(first);
  expect((await ana.browser.get(first)).status).toBe(404);

  await owner.browser.post(IMAGES, { kind: "logo", intent: "remove" });
  expect(imageOf(await ana.browser.get("/credits"))).toBe("");
});

test("a picture of one portal is on no other, and in no other partner's dashboard", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const [owner, rival] = [await shop.owner(), await other.owner()];
  await owner.browser.upload(IMAGES, { kind: "logo" }, png(320, 64));
  const path = imageOf(await owner.browser.get(PAGE));

  expect((await owner.browser.get(path)).status).toBe(200);
  for (const browser of [rival.browser, new Visitor(other.host), new Visitor("localhost:8787")]) {
    expect((await browser.get(path)).status).toBe(404);
  }
});

test("what is no picture, or a picture with something behind it, is refused and changes nothing", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  for (const file of [
    text('<svg onload="alert(1)"/>'),
    joined(png(64, 64), text("<script>alert(1)</script>")),
    png(64, 64, 129 * 1024),
  ]) {
    const page = await owner.browser.upload(IMAGES, { kind: "logo" }, file, "logo.png");
    expect(page.status).toBe(422);
    expect(page.text).toContain("The picture was not taken");
  }
  expect((await owner.browser.upload(IMAGES, { kind: "logo" }, png(64, 64, 140 * 1024))).status).toBe(413);
  expect((await owner.browser.upload(PAGE, FORM, png(64, 64))).status).toBe(415);
  expect(imageOf(await owner.browser.get(PAGE))).toBe("");
});
