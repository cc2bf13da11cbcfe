import { env } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { createContext } from "../../app/context.server";
import { chooseTier } from "../../app/partners/set-tier.server";
import { TIER_NAMES, TIERS } from "../../app/partners/tier";
import { operator } from "../projection/operator";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { sampleAccount, samplePartner } from "./sample-partner";

const PAGE = "/settings/plan-tier";

const tierOf = ({ partnerId }: Shop) =>
  env.DB.prepare("SELECT tier, platform_fee_bps AS fee FROM partners WHERE id = ?")
    .bind(partnerId)
    .first<{ tier: string; fee: number }>();

const auditOf = async ({ partnerId }: Shop) =>
  (
    await env.DB.prepare(
      "SELECT actor_type, actor_id, action, before, after FROM audit_log WHERE partner_id = ? ORDER BY at, id",
    )
      .bind(partnerId)
      .all<Record<string, string>>()
  ).results;

test("the page shows the four tiers side by side, what each allows, and which is the partner's", async () => {
  const shop = await openShop({ tier: "starter" });
  const { text, html } = await (await shop.owner()).browser.get(PAGE);
  for (const name of TIER_NAMES) expect(html).toMatch(new RegExp(`<h2[^>]*>${TIERS[name].label}</h2>`));
  expect(text).toContain(
    "Free Forever 2 customers Customer Credit Plans (not included) Custom domain (not included) 2.5 % platform fee on each sale",
  );
  expect(text).toContain("Starter Your tier Any number of customers");
  expect(html.match(/aria-current="true"/g)).toHaveLength(1);
  expect(text).toContain("1 % platform fee");
});

describe("L12–13 the operator's command", () => {
  test("puts a partner on each tier with the fee that belongs to it, audited as the platform's", async () => {
    const shop = await openShop({ tier: "free_forever" });
    for (const tier of ["starter", "pro", "enterprise", "free_forever"] as const) {
      const answer = await operator("set-tier", { partnerId: shop.partnerId, tier });
      const platformFeeBps = TIERS[tier].platformFeeBps;
      expect(answer).toEqual({
        status: 200,
        body: { partnerId: shop.partnerId, tier, platformFeeBps, changed: true },
      });
      expect(await tierOf(shop)).toEqual({ tier, fee: platformFeeBps });
    }
    const [first] = await auditOf(shop);
    expect(first).toMatchObject({
      actor_type: "system",
      actor_id: "operator",
      action: "partner.tier_changed",
      before: '{"tier":"free_forever","platformFeeBps":250}',
      after: '{"tier":"starter","platformFeeBps":250}',
    });
  });

  test("said twice is said once", async () => {
    const shop = await openShop({ tier: "free_forever" });
    const asked = { partnerId: shop.partnerId, tier: "pro" };
    await operator("set-tier", asked);
    expect((await operator("set-tier", asked)).body).toMatchObject({ changed: false });
    expect(await auditOf(shop)).toHaveLength(1);
  });

  test("of a partner that is not there is a 404", async () => {
    expect((await operator("set-tier", { partnerId: "partner_nobody", tier: "pro" })).status).toBe(404);
  });

  test("to a smaller tier hides plans at the next request, keeps them, and shows them again with a larger", async () => {
    const shop = await openShop({ tier: "pro", plans: [starterPack] });
    const ana = await shop.customer();
    const set = (tier: string) => operator("set-tier", { partnerId: shop.partnerId, tier });
    const sees = async () => (await ana.browser.get("/credits")).text.includes("Starter Pack");
    expect(await sees()).toBe(true);
    await set("free_forever");
    expect(await sees()).toBe(false);
    expect((await (await shop.owner()).browser.get("/settings/customer-credit-plans")).text).toContain(
      "Starter Pack",
    );
    await set("enterprise");
    expect(await sees()).toBe(true);
  });
});

describe("the buttons for the demo", () => {
  test("change the owner's own tier at once, audited as theirs", async () => {
    const shop = await openShop({ tier: "free_forever" });
    const owner = await shop.owner();
    expect((await owner.browser.get(PAGE)).text).toContain("Choose Pro");
    expect(await owner.browser.post(PAGE, { tier: "pro" })).toMatchObject({
      status: 303,
      location: `${PAGE}?saved`,
    });
    expect((await owner.browser.get(`${PAGE}?saved`)).text).toContain("You are on Pro now");
    expect(await tierOf(shop)).toEqual({ tier: "pro", fee: 100 });
    expect(await auditOf(shop)).toMatchObject([{ actor_type: "member", actor_id: shop.ownerId }]);
  });

  test("say nothing of tiers that do not exist", async () => {
    const shop = await openShop();
    expect((await (await shop.owner()).browser.post(PAGE, { tier: "gold" })).status).toBe(422);
    expect(await tierOf(shop)).toEqual({ tier: "pro", fee: 250 });
  });

  test("are not there for a member, who reads whom to ask", async () => {
    const shop = await openShop({ tier: "free_forever" });
    const mia = await shop.member();
    const page = await mia.browser.get(PAGE);
    expect(page.text).not.toContain("Choose Pro");
    expect(page.text).toContain(`Only the owner can change the tier Ask Olivia (${shop.ownerEmail}).`);
    expect((await mia.browser.post(PAGE, { tier: "pro" })).status).toBe(403);
    expect(await tierOf(shop)).toEqual({ tier: "free_forever", fee: 250 });
  });

  test("do not exist in production: whoever posts there anyway changes nothing", async () => {
    const shop = await openShop({ tier: "free_forever" });
    const production = {
      ...env,
      ENVIRONMENT: "production",
      STRIPE_API_BASE: "https://api.stripe.com",
      DNS_API_BASE: "https://dns.test/dns-query",
      CLOUDFLARE_API_BASE: "https://cloudflare.test/client/v4",
      SIGN_IN_SECRET: "a-secret-of-production-which-nobody-else-knows",
      OPERATOR_TOKEN: "",
    };
    const context = {
      ...createContext(production, () => {}),
      partner: samplePartner({ id: shop.partnerId, tier: "free_forever" }),
      account: sampleAccount(),
      member: {
        id: shop.ownerId,
        partnerId: shop.partnerId,
        email: shop.ownerEmail,
        name: "Olivia",
        role: "owner" as const,
        invitedAt: null,
        createdAt: 1,
      },
    };
    await expect(chooseTier(context as never, "pro")).rejects.toMatchObject({ code: "not_found" });
    expect(await tierOf(shop)).toEqual({ tier: "free_forever", fee: 250 });
  });
});
