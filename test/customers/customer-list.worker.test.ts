import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { walletOf } from "../../app/wallet/client.server";
import { openShop, type Shop } from "../shop/shop";
import type { Page } from "../shop/visitor";

const LINK = /href="(\/customers\?after=[^"]+)"/;
const listed = ({ html }: Page) => [...html.matchAll(/>(Customer \d+)</g)].map(([, name]) => name);

/** Pairs are made at the same moment, so that only their ids tell them apart. */
async function has(shop: Shop, count: number) {
  const rows = Array.from({ length: count }, (_, at) =>
    env.DB.prepare(
      "INSERT INTO customers (id, partner_id, email, name, created_at) VALUES (?, ?, ?, ?, ?)",
    ).bind(
      newId("customer"),
      shop.partnerId,
      `${at}@customer.test`,
      `Customer ${at}`,
      10 + Math.floor(at / 2),
    ),
  );
  await env.DB.batch(rows);
}

test("L149 every customer is on exactly one page of the list, 25 on each", async () => {
  const shop = await openShop();
  await has(shop, 60);
  const { browser } = await shop.owner();
  const pages: Page[] = [];
  for (let path: string | undefined = "/customers"; path; path = LINK.exec(pages.at(-1)?.html ?? "")?.[1]) {
    pages.push(await browser.get(path));
  }

  expect(pages.map((page) => listed(page).length)).toEqual([25, 25, 10]);
  expect(new Set(pages.flatMap(listed)).size).toBe(60);
});

test("L149 a partner without customers is told so, and sees nobody else's", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  await has(other, 1);
  const page = await (await shop.owner()).browser.get("/customers");

  expect(page.text).toContain("No customers yet");
  expect(listed(page)).toEqual([]);
});

test("L149 the history of a customer's credits has older pages", async () => {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const wallet = walletOf(env.WALLET, ana.id);
  const { partnerId } = shop;
  for (let at = 1; at <= 26; at += 1) {
    const whole = { amountMicros: 1_000_000, note: `Note ${at}.`, actor: "member_1" };
    await wallet.adjust({ partnerId, customerId: ana.id, formId: newId("form"), ...whole });
  }
  const here = `/customers/${ana.id}`;
  const newest = await owner.browser.get(here);
  expect(newest.text).toContain("Note 26.");
  expect(newest.text).not.toContain("Note 1.");
  expect(newest.html).toContain(`href="${here}?before=2"`);
  expect((await owner.browser.get(`${here}?before=2`)).text).toContain("Note 1.");
});
