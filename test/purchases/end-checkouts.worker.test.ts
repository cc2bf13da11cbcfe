import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { at, FEATURES } from "../customers/manage";
import { pathOf } from "../plans/plan-rows";
import { operator } from "../projection/operator";
import { cron, stripe } from "../shop/outside";
import type { Checkout, Customer, Owner } from "../shop/people";
import { openShop, proBundle, type Shop, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";

/** Ana and Bo have a payment page for the Starter Pack open, and Ana one for the Pro Bundle too. */
async function openCheckouts() {
  const shop = await openShop({ plans: [proBundle] });
  const planId = await shop.offers(starterPack);
  const [owner, ana, bo] = [await shop.owner(), await shop.customer("ana"), await shop.customer("bo")];
  const pages = {
    anas: await ana.chooses("Starter Pack"),
    anasOther: await ana.chooses("Pro Bundle"),
    bos: await bo.chooses("Starter Pack"),
  };
  await ana.walletIsCopied();
  await bo.walletIsCopied();
  return { shop, owner, ana, bo, planId, ...pages };
}

const statusOf = async ({ accountId }: Shop, { sessionId }: Checkout) =>
  (await stripe.read<{ status: string }>(`checkout/sessions/${sessionId}`, accountId)).status;

const isClosed = (shop: Shop, checkout: Checkout) =>
  expect.poll(() => statusOf(shop, checkout), { timeout: 5_000 }).toBe("expired");

type TakeOff = (owner: Owner, ana: Customer, planId: string) => Promise<unknown>;

const forAna: [string, TakeOff][] = [
  [
    "whose purchases are blocked",
    ({ browser }, ana) => browser.post(at(ana, "purchases"), { to: "block", reason: "Does not pay" }),
  ],
  ["who is blocked", ({ browser }, ana) => browser.post(at(ana, "access"), { change: "block" })],
  [
    "without AI credits",
    ({ browser }, ana) => browser.post(at(ana, "features"), { graceUnit: FEATURES.graceUnit }),
  ],
];

test.each(forAna)(
  "L76 the open payment pages of a customer %s are closed at Stripe, and nobody else's",
  async (_who, takeOff) => {
    const { shop, owner, ana, planId, anas, anasOther, bos } = await openCheckouts();
    expect(await takeOff(owner, ana, planId)).toMatchObject({ status: 303 });

    await isClosed(shop, anas);
    await isClosed(shop, anasOther);
    await expect(anas.pays()).rejects.toThrow("has expired");
    expect(await ana.entries()).toEqual([]);
    expect(await statusOf(shop, bos)).toBe("open");
  },
);

const narrowed: [string, TakeOff][] = [
  [
    "hidden from one customer",
    ({ browser }, ana, planId) => browser.post(at(ana, `plans/${planId}`), { to: "off" }),
  ],
  [
    "made for others",
    async ({ browser, shop }, _ana, planId) => {
      const bo = await env.DB.prepare("SELECT id FROM customers WHERE partner_id = ? AND email LIKE 'bo.%'")
        .bind(shop.partnerId)
        .first<string>("id");
      await env.DB.prepare(
        "INSERT INTO plan_audience (partner_id, customer_id, plan_id, mode) VALUES (?, ?, ?, 'show')",
      )
        .bind(shop.partnerId, bo, planId)
        .run();
      const version = fieldOf(await browser.get(pathOf(planId)), "version");
      const form = { name: "Starter Pack", credits: "1000", price: "49", active: "on", audience: "selected" };
      return browser.post(pathOf(planId), { ...form, version });
    },
  ],
];

test.each(narrowed)(
  "L49 a plan that is %s disappears there with its open payment page; whoever still sees it goes on paying",
  async (_how, takeOff) => {
    const { shop, owner, ana, bo, planId, anas, anasOther, bos } = await openCheckouts();
    expect(await takeOff(owner, ana, planId)).toMatchObject({ status: 303 });

    await isClosed(shop, anas);
    const back = await ana.browser.get(anas.session.cancel_url);
    expect(back.text).toContain("The payment page expired Nothing was charged and no credits were added.");
    expect(await statusOf(shop, anasOther)).toBe("open");
    expect(await statusOf(shop, bos)).toBe("open");
    await bos.pays();
    expect((await bo.sees()).balance).toBe("1,000");
  },
);

const PORTAL = { theme: "auto", creditWord: "credits", locale: "en-US", planOrder: "dearest_first" };

const closed: [string, (shop: Shop, owner: Owner) => Promise<unknown>][] = [
  [
    "L12 a partner who falls to Free Forever",
    ({ partnerId }) => operator("set-tier", { partnerId, tier: "free_forever" }),
  ],
  [
    "L137 a portal that is switched off",
    ({ title }, { browser }) => browser.post("/settings/portal", { ...PORTAL, title }),
  ],
];

test.each(closed)("%s sells nothing on the pages that are open at Stripe either", async (_who, close) => {
  const { shop, owner, anas, bos } = await openCheckouts();
  const other = await openCheckouts();
  await close(shop, owner);
  await isClosed(shop, anas);
  await isClosed(shop, bos);
  expect(await statusOf(other.shop, other.anas)).toBe("open");
});

test("B7 a payment that was faster than the block is credited as agreed", async () => {
  const { owner, ana, anas } = await openCheckouts();
  await stripe.fault({ action: "drop", type: "checkout.session.completed", times: 1 });
  await anas.pays();
  await stripe.clearFaults();
  expect(await ana.entries()).toEqual([]);

  await owner.browser.post(at(ana, "purchases"), { to: "block", reason: "Does not pay" });
  await expect.poll(() => ana.entries(), { timeout: 5_000 }).toHaveLength(1);
  expect((await ana.sees()).balance).toBe("1,000");
});

test("B7 while Stripe is away the block holds all the same, and the next sweep closes what was open", async () => {
  const { shop, owner, ana, anas, anasOther, bos } = await openCheckouts();
  await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: 3 });
  await owner.browser.post(at(ana, "purchases"), { to: "block", reason: "Does not pay" });
  await expect.poll(stripe.faultsLeft, { timeout: 10_000 }).toBe(0);
  expect(await statusOf(shop, anas)).toBe("open");

  await cron();
  expect(await statusOf(shop, anas)).toBe("expired");
  expect(await statusOf(shop, anasOther)).toBe("expired");
  expect(await statusOf(shop, bos)).toBe("open");
});
