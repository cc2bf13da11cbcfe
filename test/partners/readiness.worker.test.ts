import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop, starterPack } from "../shop/shop";

const PAGES = ["", "/attempts", "/reconcile", "/webhooks"].map((path) => `/billing-and-invoices${path}`);

/** "Stripe: ready" for each light, as it is read out. */
const lightsOn = (html: string): string[] => {
  const [, strip = ""] = /<section aria-label="Readiness"(.*?)<\/section>/s.exec(html) ?? [];
  return [...strip.matchAll(/>([\w -]+)<span class="sr-only">: ([\w ]+)<\/span>/g)].map(
    ([, title, word]) => `${title}: ${word}`,
  );
};

test("each page about money begins with what selling rests on, and how it stands", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  await (await ana.chooses("Starter Pack")).pays();
  await ana.walletIsCopied();
  await expect
    .poll(async () => lightsOn((await owner.browser.get(PAGES[0] ?? "")).html))
    .toContain("Webhooks: ready");
  for (const path of PAGES) {
    expect(lightsOn((await owner.browser.get(path)).html), path).toEqual([
      "Paid tier: ready",
      "Stripe: ready",
      "Portal: ready",
      "Domain: not yet",
      "E-mail domain: not yet",
      "Webhooks: ready",
      "First credit plan: ready",
      "First sale: ready",
    ]);
  }
});

test("what is missing is said in words, with the way to mend it, and another partner's events are not counted", async () => {
  const shop = await openShop({ tier: "free_forever", account: "none" });
  await env.DB.prepare("UPDATE portals SET enabled = 0 WHERE partner_id = ?").bind(shop.partnerId).run();
  const page = await (await shop.owner()).browser.get("/billing-and-invoices");
  expect(lightsOn(page.html)).toEqual([
    "Paid tier: missing",
    "Stripe: missing",
    "Portal: missing",
    "Domain: not yet",
    "E-mail domain: not yet",
    "Webhooks: not yet",
    "First credit plan: missing",
    "First sale: not yet",
  ]);
  expect(page.text).toContain("Complete Stripe Connect setup first. Connect Stripe");
  expect(page.text).toContain(
    "You have no credit plan, so your portal has nothing to sell. Create Credit Plan",
  );
});
