import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { at, FEATURES } from "../customers/manage";
import { pathOf } from "../plans/plan-rows";
import { operator } from "../projection/operator";
import { stripe } from "../shop/outside";
import { aboutToBuy, afterLostFirstTry, byHand, type Story, sessionsOf } from "./lost-first-try";

type Edit = (story: Story) => Promise<unknown>;

const movesToItsOwnDomain: Edit = async ({ shop, ana }) => {
  await byHand(shop, "portals", `custom_host = 'credits.${shop.name}.test'`);
  ana.browser.movesTo(`credits.${shop.name}.test:8787`);
};

const edited: [string, Edit][] = [
  ["the portal's title", ({ styles }) => styles({ title: "Acme Phones" })],
  ["the portal's colour and theme", ({ styles }) => styles({ brandColor: "#0f766e", theme: "dark" })],
  ["the portal's language", ({ styles }) => styles({ locale: "fr-FR" })],
  ["the portal's word for credits", ({ styles }) => styles({ creditWord: "minutes" })],
  ["the portal's domain", movesToItsOwnDomain],
  ["the plan's name", ({ edits }) => edits({ name: "Small Pack" })],
  ["the plan's credits", ({ edits }) => edits({ credits: "2000" })],
  ["the plan's price", ({ edits }) => edits({ price: "99" })],
  ["the plan's description", ({ edits }) => edits({ description: "Now with a description" })],
  [
    "the customer's name",
    ({ owner, ana }) =>
      owner.browser.post(at(ana, "edit"), { name: "Ana Silva", company: "Silva", externalId: "" }),
  ],
  ["the customer's e-mail address", ({ shop }) => byHand(shop, "customers", "email = 'a' || email")],
  [
    "the customer's language",
    ({ ana }) => ana.browser.post("/language", { language: "de", next: "/credits" }),
  ],
  ["the platform's fee", ({ shop }) => byHand(shop, "partners", "platform_fee_bps = 1000")],
  ["the partner's tier", ({ shop: { partnerId } }) => operator("set-tier", { partnerId, tier: "starter" })],
];

/** The very purchase that was asked for first, whatever stands in its place today. */
async function findsTheFirstPage({ shop, ana, click, first }: Story) {
  const checkout = await ana.clicks(click);
  expect(checkout.url).toBe(first[0]?.url);
  expect(await sessionsOf(shop)).toEqual(first);
  await checkout.pays();
  expect((await ana.entries()).map(({ amount_micros }) => amount_micros)).toEqual([1_000_000_000]);
}

test.each(edited)(
  "F9 %s is edited between two tries of one purchase: one session, as it was asked for first",
  async (_what, edit) => {
    const story = await afterLostFirstTry();
    await edit(story);
    await findsTheFirstPage(story);
  },
);

test("F9 all of it is edited between two tries of one purchase: one session, as it was asked for first", async () => {
  const story = await afterLostFirstTry();
  for (const [, edit] of edited) await edit(story);
  await findsTheFirstPage(story);
});

test("F9 on the day after the first page is over: Stripe has said so, and the click leads to what it came to", async () => {
  const { shop, ana, click, first } = await afterLostFirstTry();
  await stripe.clock(25 * 3600);
  const { location } = await ana.browser.post("/credits", click);
  expect((await ana.browser.get(location ?? "")).text).toContain("The payment page expired");
  expect((await sessionsOf(shop)).map(({ id }) => id)).toEqual(first.map(({ id }) => id));
});

test("F9 on the day after, and Stripe has not said that the first page is over: a new page, and only that one counts", async () => {
  const { shop, ana, click, first, styles } = await afterLostFirstTry();
  await stripe.fault({ action: "hold", type: "checkout.session.expired", times: 1 });
  await stripe.clock(25 * 3600);
  await styles({ title: "Acme Phones" });

  const checkout = await ana.clicks(click);
  expect(checkout.sessionId).not.toBe(first[0]?.id);
  await stripe.deliver();
  await expect(stripe.pay(String(first[0]?.id), "4242424242424242")).rejects.toThrow("has expired");
  await checkout.pays();
  expect(await ana.entries()).toHaveLength(1);
  expect(await sessionsOf(shop)).toHaveLength(2);
});

/** Each with the way back, after which the plan is on offer as before. */
const takenOff: [string, Edit, Edit][] = [
  [
    "the plan is switched off",
    ({ owner, planId }) => owner.browser.post(`${pathOf(planId)}/active`, { to: "off" }),
    ({ owner, planId }) => owner.browser.post(`${pathOf(planId)}/active`, { to: "on" }),
  ],
  [
    "the plan is for others",
    ({ edits }) => edits({ audience: "selected" }),
    ({ edits }) => edits({ audience: "all" }),
  ],
  [
    "the customer's purchases are blocked",
    ({ owner, ana }) => owner.browser.post(at(ana, "purchases"), { to: "block", reason: "Does not pay" }),
    ({ owner, ana }) => owner.browser.post(at(ana, "purchases"), { to: "allow" }),
  ],
  [
    "the customer is blocked",
    ({ shop }) => byHand(shop, "customers", "portal_access = 'blocked'"),
    ({ shop }) => byHand(shop, "customers", "portal_access = 'active'"),
  ],
  [
    "the customer has no AI credits",
    ({ owner, ana }) => owner.browser.post(at(ana, "features"), { graceUnit: FEATURES.graceUnit }),
    ({ owner, ana }) => owner.browser.post(at(ana, "features"), FEATURES),
  ],
  [
    "the portal is closed",
    ({ shop }) => byHand(shop, "portals", "enabled = 0"),
    ({ shop }) => byHand(shop, "portals", "enabled = 1"),
  ],
  [
    "the partner is on Free Forever",
    ({ shop: { partnerId } }) => operator("set-tier", { partnerId, tier: "free_forever" }),
    ({ shop: { partnerId } }) => operator("set-tier", { partnerId, tier: "pro" }),
  ],
  [
    "Stripe takes no payments for the partner",
    ({ shop }) => stripe.changeAccount(shop.accountId, "restrict"),
    ({ shop }) => stripe.changeAccount(shop.accountId, "complete"),
  ],
];

test("L49 what is not on offer at the second try is refused, and found again once it is", async () => {
  const story = await afterLostFirstTry();
  const { shop, ana, click, first } = story;
  for (const [what, takeOff, putBack] of takenOff) {
    await takeOff(story);
    const { status } = await ana.browser.post("/credits", click);
    expect([403, 409], `${what}: ${status}`).toContain(status);
    expect(await sessionsOf(shop), what).toEqual(first);
    await putBack(story);
  }
  await findsTheFirstPage(story);
});

test("L151 another Stripe account is connected between two tries: nothing is sold on the one before", async () => {
  const { shop, owner, ana, click, first } = await afterLostFirstTry();
  const accountId = `${shop.accountId}next`;
  await stripe.openAccount({ id: accountId, charges_enabled: true, details_submitted: true });
  await env.DB.prepare("UPDATE connected_accounts SET account_id = ? WHERE partner_id = ?")
    .bind(accountId, shop.partnerId)
    .run();

  const refused = await ana.browser.post("/credits", click);
  expect(refused.status).toBe(502);
  expect(refused.text).toContain("The payment page could not be opened Nothing was charged");
  expect(await sessionsOf(shop)).toEqual(first);
  await ana.walletIsCopied();
  expect((await owner.browser.get("/billing-and-invoices/attempts")).text).toContain(
    "Another Stripe account was connected before the payment page was open.",
  );
  expect(await ana.browser.post("/credits", { ...click, clickId: "click_new" })).toMatchObject({
    status: 303,
  });
  expect(await sessionsOf({ ...shop, accountId } as typeof shop)).toHaveLength(1);
});

const keptBefore: [string, string][] = [
  ["nothing of the page", "NULL"],
  [
    "the page alone",
    `json_object('successUrl', 'http://first.test/purchases/' || purchase_id, 'cancelUrl', 'http://first.test/',
       'description', 'As it was', 'locale', 'de', 'brand', json_object('title', 'First', 'colors', NULL, 'logoUrl', NULL))`,
  ],
];

test.each(keptBefore)(
  "a purchase of before, with which %s was kept, gets its page at the second try",
  async (_what, kept) => {
    const { ana, click } = await aboutToBuy();
    await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: 3 });
    expect((await ana.browser.post("/credits", click)).status).toBe(503);
    await ana.wallet((_, { storage }) =>
      storage.sql.exec(`UPDATE purchases SET checkout_page = ${kept}`).toArray(),
    );

    const { session, purchaseId, ...checkout } = await ana.clicks(click);
    const path = `/purchases/${purchaseId}`;
    expect(new URL(session.success_url).pathname).toBe(path);
    const rest = { customer_email: ana.email, client_reference_id: purchaseId };
    expect(session).toMatchObject(
      kept === "NULL" ? rest : { ...rest, success_url: `http://first.test${path}`, locale: "de" },
    );
    await stripe.pay(checkout.sessionId, "4242424242424242");
    expect(await ana.entries()).toHaveLength(1);
  },
);
