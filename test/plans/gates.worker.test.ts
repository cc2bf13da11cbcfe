import { env } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import type { Owner } from "../shop/people";
import { openShop, type Shop } from "../shop/shop";
import { Visitor } from "../shop/visitor";
import { linksNamed, NEW_PLAN, PLAN_PAGES } from "./credit-plans-page";

const GOOD_PLAN = { formId: "form_good", name: "Starter Pack", credits: "1000", price: "49", active: "on" };
const EMPTY_PLAN = { formId: "form_empty", name: "", credits: "", price: "" };

const plansOf = ({ partnerId }: Shop) =>
  env.DB.prepare("SELECT count(*) FROM credit_plans WHERE partner_id = ?").bind(partnerId).first("count(*)");

interface Gate {
  status: number;
  title: string;
  message: string;
  action: { label: string; href: string };
}

const UPGRADE: Gate = {
  status: 403,
  title: "Upgrade required",
  message:
    "You're on the Free Forever plan. Customer Credit Plans need a paid plan (Starter, Pro, or Enterprise).",
  action: { label: "Upgrade plan", href: "/settings/plan-tier" },
};

const stripeGate = (message: string, label: string): Gate => ({
  status: 409,
  title: "Stripe not connected",
  message,
  action: { label, href: "/settings/stripe-connect" },
});

const NOT_CONNECTED = stripeGate("Complete Stripe Connect setup first.", "Connect Stripe");
const ONBOARDING = stripeGate(
  "Your Stripe account is linked but onboarding isn't complete. 1 item outstanding.",
  "Complete Setup",
);
const RESTRICTED = stripeGate(
  "Stripe has not enabled charges for your account: what it asked for is overdue (requirements.past_due).",
  "Complete Requirements",
);

/** The gate stands on every page, the button behind it is gone, and forcing the form creates nothing. */
async function expectClosed(shop: Shop, owner: Owner, { status, title, message, action }: Gate) {
  const words = `${title} ${message} ${action.label}`;
  for (const path of PLAN_PAGES) {
    const page = await owner.browser.get(path);
    expect(page.status, path).toBe(200);
    expect(page.text, path).toContain(words);
    expect(linksNamed(page, action.label), path).toEqual([action.href]);
    expect(linksNamed(page, "Create Credit Plan"), path).toEqual([]);
  }
  const forced = [
    await owner.browser.get(NEW_PLAN),
    await owner.browser.post(NEW_PLAN, GOOD_PLAN),
    await owner.browser.post(NEW_PLAN, EMPTY_PLAN),
  ];
  for (const page of forced) {
    expect(page.status).toBe(status);
    expect(page.text).toContain(words);
    expect(page.text).not.toContain("is required");
    expect(linksNamed(page, action.label)).toEqual([action.href]);
  }
  expect(await plansOf(shop)).toBe(0);
}

describe("L12–13, L129–131 the tier", () => {
  test("Free Forever is asked to upgrade, and the upgrade has a way to ask for it", async () => {
    const shop = await openShop({ tier: "free_forever" });
    const owner = await shop.owner();
    await expectClosed(shop, owner, UPGRADE);

    const upgrade = await owner.browser.get(UPGRADE.action.href);
    expect(upgrade.status).toBe(200);
    expect(linksNamed(upgrade, "Ask for an upgrade")[0]).toMatch(/^mailto:support@topup\.test\?subject=/);
  });

  test.each(["starter", "pro", "enterprise"] as const)("%s creates a plan", async (tier) => {
    const shop = await openShop({ tier });
    const owner = await shop.owner();
    expect((await owner.creates(GOOD_PLAN)).status).toBe(303);
    expect(await plansOf(shop)).toBe(1);
  });

  test("an upgrade counts at the next request", async () => {
    const shop = await openShop({ tier: "free_forever" });
    const owner = await shop.owner();
    await env.DB.prepare("UPDATE partners SET tier = 'starter' WHERE id = ?").bind(shop.partnerId).run();
    expect((await owner.creates(GOOD_PLAN)).status).toBe(303);
  });
});

describe("L14–17, L132 without a Stripe account that can charge nothing is created", () => {
  test.each([
    ["L15, L132 no account", "none", NOT_CONNECTED],
    ["L16, L132 an account whose onboarding is not complete", "onboarding", ONBOARDING],
    ["L17, L132 an account that Stripe has restricted", "restricted", RESTRICTED],
  ] as const)("%s: X1 says so, with the button that mends it", async (_title, account, gate) => {
    const shop = await openShop({ account });
    const owner = await shop.owner();
    await expectClosed(shop, owner, gate);

    const page = await owner.browser.get(gate.action.href);
    expect(page.html).toMatch(new RegExp(`<button[^>]*type="submit"[^>]*>${gate.action.label}</button>`));
  });

  test("X1 counts what is outstanding in words that fit the number", async () => {
    const shop = await openShop({ account: "onboarding" });
    await env.DB.prepare("UPDATE connected_accounts SET requirements_due = ? WHERE partner_id = ?")
      .bind(JSON.stringify(["external_account", "tos_acceptance.date", "representative.dob"]), shop.partnerId)
      .run();
    const { text } = await (await shop.owner()).browser.get(PLAN_PAGES[1]);
    expect(text).toContain("onboarding isn't complete. 3 items outstanding.");
  });
});

describe("gates close in one order", () => {
  test("signed in before all", async () => {
    const browser = new Visitor("localhost:8787");
    expect((await browser.get(NEW_PLAN)).location).toBe(`/sign-in?next=${encodeURIComponent(NEW_PLAN)}`);
    expect((await browser.post(NEW_PLAN, GOOD_PLAN)).location).toMatch(/^\/sign-in\?next=/);
    expect((await browser.post(`${NEW_PLAN}.data`, GOOD_PLAN)).status).toBe(401);
  });

  test.each(["none", "onboarding", "restricted"] as const)("tier before Stripe (%s)", async (account) => {
    const shop = await openShop({ tier: "free_forever", account });
    await expectClosed(shop, await shop.owner(), UPGRADE);
  });

  test("input last of all", async () => {
    const owner = await (await openShop()).owner();
    const page = await owner.browser.post(NEW_PLAN, EMPTY_PLAN);
    expect(page.status).toBe(422);
    expect(page.text).toContain("Name is required");
  });
});

test("a gate that closes leaves the plans listed that were made before", async () => {
  const shop = await openShop({ plans: [{ name: "Older Pack", credits: 10, priceMinor: 100 }] });
  const owner = await shop.owner();
  await env.DB.prepare("UPDATE partners SET tier = 'free_forever' WHERE id = ?").bind(shop.partnerId).run();
  const { text } = await owner.browser.get(PLAN_PAGES[1]);
  expect(text).toContain("Upgrade required");
  expect(text).toContain("Older Pack");
});
