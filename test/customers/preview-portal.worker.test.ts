import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { appRoutes } from "../http/app-routes";
import { routesWithAction } from "../http/routes-with-action";
import { stripe } from "../shop/outside";
import { type Customer, clickOn, type Owner } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";

const BANNER = "nothing can be bought or changed";

async function openWith() {
  const shop = await openShop({ plans: [starterPack] });
  return { shop, owner: await shop.owner(), ana: await shop.customer() };
}

/** Clicks "Preview portal", and answers where that leads. */
async function asks({ browser }: Owner, customer: Pick<Customer, "id">): Promise<string> {
  const page = await browser.post(`/customers/${customer.id}/preview`, {});
  const href = /http-equiv="refresh" content="0;url=([^"]+)"/i.exec(page.html)?.[1];
  if (!href) throw new Error(`${page.status}: ${page.text}`);
  return href;
}

/** Opens the preview in a browser that was never at this portal. */
async function looks(owner: Owner, customer: Pick<Customer, "id">): Promise<Visitor> {
  const { host, pathname } = new URL(await asks(owner, customer));
  const browser = new Visitor(host);
  expect((await browser.post(pathname, {})).location).toBe("/credits");
  return browser;
}

const auditOf = async (customer: Pick<Customer, "id">) =>
  (
    await env.DB.prepare("SELECT * FROM audit_log WHERE object_id = ? AND action = 'customer.previewed'")
      .bind(customer.id)
      .all<Record<string, string>>()
  ).results;

const previewsOf = (customer: Pick<Customer, "id">) =>
  env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE subject_id = ? AND previewed_by IS NOT NULL")
    .bind(customer.id)
    .first<number>("n");

const leadsToSignIn = ({ status, location }: Page) => [status, location?.split("?")[0]];

/** Makes everything that was begun this long ago. */
const ago = (shop: Shop, ms: number) =>
  env.DB.prepare(
    "UPDATE sessions SET expires_at = expires_at - ?2 WHERE subject_id IN (SELECT id FROM customers WHERE partner_id = ?1) AND previewed_by IS NOT NULL",
  )
    .bind(shop.partnerId, ms)
    .run();

test("L149 a preview shows the portal of this very customer, with a banner that says so on each page", async () => {
  const { owner, ana } = await openWith();
  const browser = await looks(owner, ana);
  for (const path of ["/credits", "/billing", "/billing/purchases", "/history"]) {
    const page = await browser.get(path);
    expect([page.status, page.text.includes(`Preview as ana – ${BANNER}`)], path).toEqual([200, true]);
    expect(page.html, path).not.toMatch(/<script/);
  }
  const { text } = await browser.get("/credits");
  expect(text).toContain(ana.email);
  expect(text).toContain("Starter Pack");
  expect((await ana.browser.get("/credits")).text).not.toContain(BANNER);
});

test("L149 in a preview nothing is bought and nothing else is sent, whatever the page offers", async () => {
  const { owner, ana } = await openWith();
  const browser = await looks(owner, ana);
  const click = clickOn(await browser.get("/credits"), "Starter Pack");
  for (const path of [
    "/credits",
    "/credits?index",
    "/credits.data",
    "/sign-in",
    "/sign-in/code",
    "/no-page",
  ]) {
    const refused = await browser.post(path, click);
    expect(refused.status, path).toBe(403);
    expect(refused.html, path).toContain("This is a preview");
  }
  expect(await ana.entries().catch(() => "no wallet")).toBe("no wallet");
  expect(leadsToSignIn(await browser.get("/credits"))[0]).toBe(200);
});

test("L149 no form of the portal is taken from a preview, whichever address it is sent to", async () => {
  const { owner, ana } = await openWith();
  const browser = await looks(owner, ana);
  const routes = appRoutes({ ":purchaseId": "purchase_of_nobody" }).filter(
    ({ id, site }) => site !== "dashboard" && routesWithAction.includes(id) && !ELSEWHERE.test(id),
  );
  expect(routes.length).toBeGreaterThan(4);
  for (const { path } of routes) {
    const refused = await browser.post(path, { language: "de", place: "all" });
    expect([refused.status, refused.html.includes("This is a preview")], path).toEqual([403, true]);
  }
});

/** The forms that close a preview and open another one, and what the operator's token opens. */
const ELSEWHERE = /^routes\/(sign-out|preview|operator\/.*)$/;

test("L149 a look at a purchase asks nobody how it stands, and so changes nothing of it", async () => {
  const { owner, ana } = await openWith();
  const checkout = await ana.chooses("Starter Pack");
  await stripe.fault({ action: "drop", type: "checkout.session.completed", times: 1 });
  await checkout.pays();
  const browser = await looks(owner, ana);
  const path = `/purchases/${checkout.purchaseId}`;

  for (const page of [path, `${path}?cancelled`, `${path}/receipt`, "/billing/purchases"]) {
    expect((await browser.get(page)).status, page).toBe(200);
  }
  expect(await ana.entries()).toEqual([]);
  expect((await ana.browser.get(path)).text).toContain("Credits added");
});

test("L149 a payment that waits at Stripe cannot be reached from a preview, and can from the customer's own page", async () => {
  const { owner, ana } = await openWith();
  const { purchaseId, sessionId } = await ana.chooses("Starter Pack");
  const browser = await looks(owner, ana);

  expect((await browser.get(`/purchases/${purchaseId}?cancelled`)).html).not.toContain(sessionId);
  expect((await ana.browser.get(`/purchases/${purchaseId}?cancelled`)).html).toContain(sessionId);
});

test("L149 whoever looked is in the audit log, once for each look", async () => {
  const { shop, owner, ana } = await openWith();
  const href = await asks(owner, ana);
  expect(await auditOf(ana)).toEqual([]);

  const browser = new Visitor(shop.host);
  await browser.get(new URL(href).pathname);
  expect(await auditOf(ana)).toEqual([]);
  await browser.post(new URL(href).pathname, {});
  const member = await env.DB.prepare("SELECT id FROM partner_members WHERE partner_id = ?")
    .bind(shop.partnerId)
    .first<string>("id");
  expect(await auditOf(ana)).toMatchObject([
    { partner_id: shop.partnerId, actor_type: "member", actor_id: member, object_id: ana.id },
  ]);
});

test("the address of a preview works once, for two minutes, and only by its button", async () => {
  const { shop, owner, ana } = await openWith();
  const { pathname } = new URL(await asks(owner, ana));
  for (let tries = 0; tries < 3; tries += 1) {
    const page = await new Visitor(shop.host).get(pathname);
    expect([page.status, page.headers.get("referrer-policy")]).toEqual([200, "same-origin"]);
  }
  const both = await Promise.all([1, 2, 3].map(() => new Visitor(shop.host).post(pathname, {})));
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  expect(both.find(({ status }) => status === 422)?.text).toContain("This preview cannot be opened any more");
  expect(await auditOf(ana)).toHaveLength(1);

  const late = new URL(await asks(owner, ana)).pathname;
  await ago(shop, 2 * 60_000);
  expect((await new Visitor(shop.host).post(late, {})).status).toBe(422);
});

test("a ticket is no session, and neither it nor a preview is anything on another portal or the platform", async () => {
  const { shop, owner, ana } = await openWith();
  const other = await openShop({ plans: [starterPack] });
  const { pathname } = new URL(await asks(owner, ana));
  const ticket = pathname.split("/").at(-1) ?? "";
  for (const name of ["session", "__Host-session"]) {
    const forged = new Visitor(shop.host).steal(`${name}=${ticket}`);
    expect(leadsToSignIn(await forged.get("/credits"))).toEqual([302, "/sign-in"]);
  }
  expect((await new Visitor(other.host).post(pathname, {})).status).toBe(422);
  expect((await new Visitor("localhost:8787").get(pathname)).status).toBe(404);
  expect((await new Visitor("localhost:8787").post(pathname, {})).status).toBe(404);

  const browser = new Visitor(shop.host);
  expect((await browser.post(pathname, {})).status).toBe(303);
  for (const host of [other.host, "localhost:8787"]) {
    const carried = await new Visitor(host)
      .steal(browser.cookie)
      .get(host === other.host ? "/credits" : "/customers");
    expect(leadsToSignIn(carried), host).toEqual([302, "/sign-in"]);
  }
});

test("a preview ends after 30 minutes of looking, is not prolonged, and closes by its button", async () => {
  const { shop, owner, ana } = await openWith();
  const browser = await looks(owner, ana);
  await ago(shop, 28 * 60_000);
  expect((await browser.get("/credits")).status).toBe(200);
  await ago(shop, 3 * 60_000);
  expect(leadsToSignIn(await browser.get("/credits"))).toEqual([302, "/sign-in"]);

  const again = await looks(owner, ana);
  expect((await again.post("/sign-out", {})).location).toBe("/preview");
  expect((await again.get("/preview")).text).toContain("The preview is closed");
  expect(leadsToSignIn(await again.get("/credits"))).toEqual([302, "/sign-in"]);
  expect((await ana.browser.get("/credits")).status).toBe(200);
});

test("a preview, and a ticket that nobody used yet, end with the session of the member who opened them", async () => {
  const { owner, ana } = await openWith();
  const browser = await looks(owner, ana);
  const { host, pathname } = new URL(await asks(owner, ana));
  await owner.browser.post("/sign-out", {});

  expect(leadsToSignIn(await browser.get("/credits"))).toEqual([302, "/sign-in"]);
  expect((await new Visitor(host).post(pathname, {})).status).toBe(422);
  expect(await previewsOf(ana)).toBe(0);
});

test("L149 a preview of somebody who never came shows what they will see, and proves no mailbox", async () => {
  const { shop, owner } = await openWith();
  const id = await shop.invites("ben@customer.test");
  const browser = await looks(owner, { id });

  expect((await browser.get("/credits")).text).toContain("Starter Pack");
  const row = await env.DB.prepare("SELECT portal_access, email_verified_at FROM customers WHERE id = ?")
    .bind(id)
    .first();
  expect(row).toEqual({ portal_access: "invited", email_verified_at: null });
});

test("L137 without a portal there is nothing to preview, and the refusal says what to do", async () => {
  const { shop, owner, ana } = await openWith();
  await env.DB.prepare("UPDATE portals SET enabled = 0 WHERE partner_id = ?").bind(shop.partnerId).run();
  const page = await owner.browser.post(`/customers/${ana.id}/preview`, {});

  expect(page.status).toBe(409);
  expect(page.text).toContain("Set up your whitelabel portal first");
  expect(await previewsOf(ana)).toBe(0);
});

test("another partner cannot look as a customer who is not theirs", async () => {
  const { ana } = await openWith();
  const rival = await (await openShop()).owner();

  expect((await rival.browser.get(`/customers/${ana.id}/preview`)).status).toBe(404);
  expect((await rival.browser.post(`/customers/${ana.id}/preview`, {})).status).toBe(404);
  expect(await previewsOf(ana)).toBe(0);
});
