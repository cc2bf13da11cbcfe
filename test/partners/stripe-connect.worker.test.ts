import { env } from "cloudflare:test";
import { afterEach, describe, expect, test } from "vitest";
import { linksNamed, NEW_PLAN, PLAN_PAGES } from "../plans/credit-plans-page";
import { stripe } from "../shop/outside";
import type { Owner } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { fieldOf, type Page } from "../shop/visitor";

const PAGE = "/settings/stripe-connect";
const ONBOARDING = /^http:\/\/127\.0\.0\.1:12111\/setup\/c\/(acct_\w+)\/link_\w+$/;

afterEach(() => stripe.clearFaults());

const ACCOUNT_NEWS = ["account.updated", "capability.updated"];
const nothingIsDelivered = () =>
  Promise.all(ACCOUNT_NEWS.map((type) => stripe.fault({ action: "drop", type, times: 5 })));
const connects = ({ browser }: Owner, country = "US") => browser.post(PAGE, { country });
const refreshes = ({ browser }: Owner) => browser.post(PAGE, { intent: "refresh" });
const accountIn = ({ location }: Page) => ONBOARDING.exec(location ?? "")?.[1] ?? "";

/** A partner that clicked Connect Stripe and is now at Stripe's onboarding. */
async function onboardingPartner() {
  const shop = await openShop({ account: "none" });
  const owner = await shop.owner();
  return { shop, owner, accountId: accountIn(await connects(owner)) };
}

/** The accounts at Stripe that were opened for this partner. */
async function accountsOf({ partnerId }: Shop) {
  const response = await env.STRIPE.fetch("http://127.0.0.1:12111/v1/accounts?limit=100", {
    headers: { authorization: "Bearer sk_test_reader_of_tests" },
  });
  const { data } = await response.json<{
    data: { id: string; country: string; email: string; metadata: Record<string, string> }[];
  }>();
  return data.filter(({ metadata }) => metadata.partner_id === partnerId);
}

const linkOf = ({ partnerId }: Shop) =>
  env.DB.prepare("SELECT * FROM connected_accounts WHERE partner_id = ?")
    .bind(partnerId)
    .first<Record<string, unknown>>();

async function mayCreate({ browser }: Owner): Promise<boolean> {
  const [list, form] = [await browser.get(PLAN_PAGES[1]), await browser.get(NEW_PLAN)];
  const offered = linksNamed(list, "Create Credit Plan").length > 0;
  expect(form.status).toBe(offered ? 200 : 409);
  return offered;
}

describe("L15 connecting", () => {
  test("opens an account at Stripe in the chosen country and leads to Stripe's own pages", async () => {
    const shop = await openShop({ account: "none" });
    const owner = await shop.owner();
    const page = await owner.browser.get(PAGE);
    expect(page.text).toContain("Connect Stripe Your customers pay you, on your own Stripe account.");

    const clicked = await connects(owner, "CH");
    expect(clicked.status).toBe(303);
    expect(clicked.location).toMatch(ONBOARDING);
    expect(await accountsOf(shop)).toMatchObject([
      { id: accountIn(clicked), country: "CH", email: shop.ownerEmail },
    ]);
    expect(await linkOf(shop)).toMatchObject({
      account_id: accountIn(clicked),
      details_submitted: 0,
      charges_enabled: 0,
      deauthorized_at: null,
    });
  });

  test("to come back reads the account again: what Stripe has completed opens the gate, webhook or not", async () => {
    const { owner, accountId } = await onboardingPartner();
    await nothingIsDelivered();
    await stripe.changeAccount(accountId, "complete");
    expect(await mayCreate(owner)).toBe(false);

    expect(await owner.browser.get(`${PAGE}?returned`)).toMatchObject({ status: 302, location: PAGE });
    expect((await owner.browser.get(PAGE)).text).toMatch(
      /Connected .*Accept Charges Yes Receive Payouts Yes Outstanding Requirements None/,
    );
    expect(await mayCreate(owner)).toBe(true);
  });

  test("to come back unfinished opens nothing, and the page offers to go on", async () => {
    const { shop, owner, accountId } = await onboardingPartner();
    await owner.browser.get(`${PAGE}?returned`);
    const page = await owner.browser.get(PAGE);
    expect(page.text).toMatch(/Almost connected .*Complete Setup Refresh .*Accept Charges Not yet/);
    expect(page.text).toContain(accountId);
    expect(await mayCreate(owner)).toBe(false);

    const again = await owner.browser.post(PAGE, {});
    expect(accountIn(again)).toBe(accountId);
    expect(await accountsOf(shop)).toHaveLength(1);
  });

  test("by a link that has expired leads back to the page, which says so and offers a new one", async () => {
    const { owner, accountId } = await onboardingPartner();
    const page = await owner.browser.get(`${PAGE}?again`);
    expect(page.text).toContain("That link had expired Go on with the button below; nothing was lost.");
    expect(accountIn(await owner.browser.post(PAGE, {}))).toBe(accountId);
  });

  test("with a double click, or ten at once, opens one account", async () => {
    const shop = await openShop({ account: "none" });
    const owner = await shop.owner();
    const clicks = await Promise.all(Array.from({ length: 10 }, () => connects(owner)));
    expect(clicks.map(({ status }) => status)).toEqual(Array(10).fill(303));
    expect(new Set(clicks.map(accountIn)).size).toBe(1);
    expect(await accountsOf(shop)).toHaveLength(1);
  });

  test("when Stripe's answer gets lost asks again, and opens no second account", async () => {
    const shop = await openShop({ account: "none" });
    await stripe.fault({ action: "lost_reply", path: "/v2/core/accounts" });
    expect(accountIn(await connects(await shop.owner()))).toMatch(/^acct_/);
    expect(await accountsOf(shop)).toHaveLength(1);
  });

  test("while Stripe is down changes nothing, says so, and works a moment later", async () => {
    const shop = await openShop({ account: "none" });
    const owner = await shop.owner();
    await stripe.fault({ action: "status", status: 503, path: "/v2/core/accounts", times: 3 });
    const failed = await connects(owner);
    expect(failed.status).toBe(503);
    expect(failed.text).toContain("This did not work just now A service that we need did not answer.");
    expect(await linkOf(shop)).toBeNull();

    expect((await connects(owner)).status).toBe(303);
    expect(await accountsOf(shop)).toHaveLength(1);
  });

  test("from a country that Stripe does not serve is not asked of Stripe", async () => {
    const shop = await openShop({ account: "none" });
    await connects(await shop.owner(), "XX");
    expect(await accountsOf(shop)).toMatchObject([{ country: "US" }]);
  });
});

describe("L17 Stripe decides, and nobody types", () => {
  test("account.updated opens the gate, closes it, and opens it again", async () => {
    const { shop, owner, accountId } = await onboardingPartner();
    expect(await mayCreate(owner)).toBe(false);
    await stripe.changeAccount(accountId, "complete");
    expect(await mayCreate(owner)).toBe(true);

    await stripe.changeAccount(accountId, "restrict");
    expect(await mayCreate(owner)).toBe(false);
    const page = await owner.browser.get(PAGE);
    expect(page.text).toMatch(
      /Complete Requirements .*Outstanding Requirements A photo of an identity document/,
    );
    expect(await linkOf(shop)).toMatchObject({
      charges_enabled: 0,
      disabled_reason: "requirements.past_due",
    });

    await stripe.changeAccount(accountId, "complete");
    expect(await mayCreate(owner)).toBe(true);
  });

  test("L140 a restriction pauses purchases in the portal at the next request, and its end resumes them", async () => {
    const shop = await openShop({ plans: [starterPack] });
    const ana = await shop.customer();
    await stripe.changeAccount(shop.accountId, "restrict");
    const paused = await ana.browser.get("/credits");
    expect(paused.text).toContain("Purchases are paused Your balance is safe.");
    expect(paused.html).toMatch(/<button[^>]*disabled=""[^>]*aria-label="Purchase Starter Pack"/);

    await stripe.changeAccount(shop.accountId, "complete");
    expect((await ana.browser.get("/credits")).text).not.toContain("Purchases are paused");
  });

  test("an old account.updated that arrives late does not undo what Stripe said since", async () => {
    const { owner, accountId } = await onboardingPartner();
    await stripe.changeAccount(accountId, "complete");
    const [opened] = await stripe.events(accountId, "account.updated");
    await stripe.changeAccount(accountId, "restrict");
    await stripe.resend(opened?.id ?? "", {});
    expect(await mayCreate(owner)).toBe(false);
  });

  test("Refresh asks Stripe at once, for whoever does not want to wait for it", async () => {
    const { owner, accountId } = await onboardingPartner();
    await nothingIsDelivered();
    await stripe.changeAccount(accountId, "complete");
    expect(await refreshes(owner)).toMatchObject({ status: 303, location: PAGE });
    expect(await mayCreate(owner)).toBe(true);
  });

  test("an account's news reaches only the partner whose account it is", async () => {
    const [here, there] = [
      await openShop({ account: "onboarding" }),
      await openShop({ account: "onboarding" }),
    ];
    await stripe.changeAccount(there.accountId, "complete");
    expect(await mayCreate(await there.owner())).toBe(true);
    expect(await mayCreate(await here.owner())).toBe(false);
  });
});

describe("B20 a partner who disconnects Topup at Stripe", () => {
  test("reads that Stripe is not connected, and sells nothing from that moment on", async () => {
    const shop = await openShop({ plans: [starterPack] });
    const [owner, ana] = [await shop.owner(), await shop.customer()];
    const open = await ana.browser.get("/credits");
    const click = { planId: fieldOf(open, "planId"), clickId: fieldOf(open, "clickId") };

    await stripe.changeAccount(shop.accountId, "deauthorize");
    expect(await mayCreate(owner)).toBe(false);
    expect((await owner.browser.get(PLAN_PAGES[1])).text).toContain(
      "Stripe not connected Complete Stripe Connect setup first. Connect Stripe",
    );
    expect((await owner.browser.get(PAGE)).text).toContain("Country of your business");

    expect((await ana.browser.get("/credits")).text).toContain("Purchases are paused");
    const bought = await ana.browser.post("/credits", click);
    expect(bought.status).toBe(409);
    expect(bought.text).toContain("Purchases are paused Nothing was charged.");
  });

  test("stays disconnected, whatever is delivered late", async () => {
    const shop = await openShop({ account: "onboarding" });
    const owner = await shop.owner();
    await stripe.changeAccount(shop.accountId, "complete");
    const [opened] = await stripe.events(shop.accountId, "account.updated");
    await stripe.changeAccount(shop.accountId, "deauthorize");
    await stripe.resend(opened?.id ?? "", {});
    expect(await mayCreate(owner)).toBe(false);
  });

  test("connects again with a new account, and keeps its plans", async () => {
    const { shop, owner, accountId } = await onboardingPartner();
    await stripe.changeAccount(accountId, "complete");
    await owner.creates({ name: "Older Pack", credits: "1", price: "1", active: "on" });
    await stripe.changeAccount(accountId, "deauthorize");

    const again = accountIn(await connects(owner));
    expect(again).not.toBe(accountId);
    await stripe.changeAccount(again, "complete");
    expect(await mayCreate(owner)).toBe(true);
    expect((await owner.browser.get(PLAN_PAGES[1])).text).toContain("Older Pack");
    expect(await linkOf(shop)).toMatchObject({
      account_id: again,
      deauthorized_at: null,
      charges_enabled: 1,
    });
  });
});
