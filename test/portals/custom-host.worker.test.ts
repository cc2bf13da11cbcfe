import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { inboxOf, type Mail, stripe } from "../shop/outside";
import { clickOn } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { Visitor } from "../shop/visitor";

/** A shop that has a domain of its own, as if it had been proved. */
async function shopOnItsOwnDomain() {
  const shop = await openShop({ plans: [starterPack] });
  const host = `credits.${shop.name}.test`;
  await moveTo(shop, host);
  return { shop, host, own: `${host}:8787` };
}

/** Where the links of an e-mail lead. */
const hostsOf = (mail: Mail | undefined) => [...new Set(mail?.links.map((link) => new URL(link).host))];

const moveTo = (shop: Shop, host: string | null) =>
  env.DB.prepare("UPDATE portals SET custom_host = ? WHERE partner_id = ?").bind(host, shop.partnerId).run();

test("a portal is found at its own domain, however it is spelled, and goes on answering at ours", async () => {
  const { shop, host, own } = await shopOnItsOwnDomain();

  for (const spelled of [own, own.toUpperCase(), `${host}.:8787`, shop.host]) {
    const page = await new Visitor(spelled).get("/sign-in");
    expect([page.status, page.html.includes(shop.title)], spelled).toEqual([200, true]);
  }
  for (const spelled of [
    host,
    `${host}:8788`,
    `x.${own}`,
    own.replace("credits", "credit"),
    `${host}.evil.test:8787`,
  ]) {
    const page = await new Visitor(spelled).get("/sign-in");
    expect(page, spelled).toMatchObject({ status: 404, html: "Not found" });
  }
});

test("T3 nobody's word on the host is taken but the host's own, on an own domain too", async () => {
  const [{ shop, own }, other] = [await shopOnItsOwnDomain(), await shopOnItsOwnDomain()];

  for (const claim of ["x-forwarded-host", "x-host", "x-original-host", "forwarded"]) {
    const page = await new Visitor(own).get("/sign-in", { [claim]: other.own });
    expect(page.html, claim).toContain(shop.title);
    expect(page.html).not.toContain(other.shop.title);
  }
});

test("L77 whoever buys on the partner's own domain comes back to it from Stripe", async () => {
  const { shop, own } = await shopOnItsOwnDomain();
  const ana = await shop.customer();
  ana.browser.movesTo(own);

  const { session, purchaseId } = await ana.chooses("Starter Pack");

  expect(session.success_url).toBe(`http://${own}/purchases/${purchaseId}`);
  expect(session.cancel_url).toBe(`http://${own}/purchases/${purchaseId}?cancelled`);
});

test("L49 a plan that is switched off is gone at the next request on every host, and from a page that is open on either", async () => {
  const { shop, own } = await shopOnItsOwnDomain();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const bo = await shop.customer("bo");
  bo.browser.movesTo(own);
  const pages = await Promise.all([ana, bo].map(({ browser }) => browser.get("/credits")));
  const clicks = pages.map((page) => clickOn(page, "Starter Pack"));

  await owner.browser.post(`/settings/customer-credit-plans/${clicks[0]?.planId}/active`, { to: "off" });
  for (const [index, { browser }] of [ana, bo].entries()) {
    for (const path of ["/credits", "/billing"]) {
      const page = await browser.get(path);
      expect(page.text, page.url).toContain("No plans are available right now");
      expect(page.headers.get("cache-control"), page.url).toContain("no-store");
    }
    const late = await browser.post("/credits", clicks[index] ?? {});
    expect([late.status, late.text.includes("This plan is no longer available")]).toEqual([409, true]);
  }
});

test("whoever is signed in at the address that we gave is brought back there, and stays signed in", async () => {
  const { shop } = await shopOnItsOwnDomain();
  const ana = await shop.customer();

  const { session } = await ana.chooses("Starter Pack");

  expect(new URL(session.success_url).host).toBe(shop.host);
  expect((await ana.browser.get(new URL(session.success_url).pathname)).status).toBe(200);
});

test("e-mails lead to the partner's own domain, and a sign-in link to where it was asked for", async () => {
  const { shop, own } = await shopOnItsOwnDomain();
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  await stripe.deliver();
  await ana.walletIsCopied();

  const [receipt] = await inboxOf(ana.email, "Receipt");
  expect(hostsOf(receipt)).toEqual([own]);

  const browser = new Visitor(own);
  await browser.post("/sign-in", { email: ana.email, next: "/" });
  const [mail] = await inboxOf(ana.email, "sign-in code", 2);
  expect(hostsOf(mail)).toEqual([own]);
});

test("T2 a session, a code and a cookie of one portal are nothing on another's own domain", async () => {
  const [{ shop, own }, other] = [await shopOnItsOwnDomain(), await shopOnItsOwnDomain()];
  const ana = await shop.customer();

  expect((await new Visitor(own).steal(ana.browser.cookie).get("/credits")).status).toBe(200);
  for (const host of [other.own, other.shop.host, "localhost:8787"]) {
    const page = await new Visitor(host).steal(ana.browser.cookie).get("/credits");
    expect([302, 404], host).toContain(page.status);
  }
});

test("a domain that another partner has now knows nobody of the one before", async () => {
  const { shop, host, own } = await shopOnItsOwnDomain();
  const ana = await shop.customer();
  const next = await openShop();
  await moveTo(shop, null);
  await moveTo(next, host);

  const page = await new Visitor(own).steal(ana.browser.cookie).get("/credits");

  expect(page).toMatchObject({ status: 302, location: "/sign-in?next=%2Fcredits" });
  expect((await new Visitor(own).get("/sign-in")).html).toContain(next.title);
});
