import { env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import type { Member } from "../shop/people";
import { openShop, type Shop } from "../shop/shop";

let shop: Shop;
let mia: Member;

beforeAll(async () => {
  shop = await openShop({ account: "none" });
  mia = await shop.member();
});

/** Forms that a member may see the page of, and not send. */
const OWNERS_FORMS: [string, Record<string, string>][] = [
  ["/settings/refund-policy", { policy: "full" }],
  ["/settings/stripe-connect", { country: "US" }],
];

test.each(OWNERS_FORMS)(
  "a member who posts to %s is told that only the owner can, and whom to ask",
  async (path, form) => {
    const refused = await mia.browser.post(path, form);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain(
      `Only the owner can do this Nothing was changed. Ask Olivia (${shop.ownerEmail}).`,
    );
  },
);

test("permission comes before input: what is wrong with the form is not looked at", async () => {
  expect((await mia.browser.post("/settings/refund-policy", { policy: "nonsense" })).status).toBe(403);
});

test("nothing was changed by any of it", async () => {
  const { refund_policy } = (await env.DB.prepare("SELECT refund_policy FROM partners WHERE id = ?")
    .bind(shop.partnerId)
    .first<{ refund_policy: string }>()) ?? { refund_policy: "" };
  expect(refund_policy).toBe("manual");
  const { results } = await env.DB.prepare("SELECT * FROM connected_accounts WHERE partner_id = ?")
    .bind(shop.partnerId)
    .all();
  expect(results).toEqual([]);
});
