import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openDatabase } from "../../db/client.server";
import { logDeliveries } from "../../db/webhook-log.server";
import { openShop, type Shop } from "../shop/shop";
import type { Page } from "../shop/visitor";

const EVENTS = "/billing-and-invoices/webhooks";
const OLDER = /href="([^"]+)" rel="next"/;

const listed = ({ html }: Page) => [...html.matchAll(/>(evt_[\w]+)</g)].map(([, id]) => id);
const olderOf = ({ html }: Page) => OLDER.exec(html)?.[1]?.replaceAll("&amp;", "&");

/** Two arrive at each moment, so that only their ids tell them apart; every third failed. */
async function hears(shop: Shop, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, at) => ({
    eventId: `evt_${shop.partnerId.replaceAll("-", "")}_${at}`,
    accountId: shop.accountId,
    type: "invoice.paid",
    livemode: false,
    outcome: at % 3 === 0 ? ("failed" as const) : ("ignored" as const),
    detail: "Topup does not use this type of event",
    purchaseId: null,
    payload: "{}",
    receivedAt: 1_000 + Math.floor(at / 2),
    durationMs: 1,
  }));
  await logDeliveries(openDatabase(env.DB), events);
}

for (const [show, sizes] of [
  ["", [25, 25, 10]],
  ["?show=needs-a-look", [20]],
] as const) {
  test(`L146 every event is on exactly one page of the list: ${show || "all"}`, async () => {
    const shop = await openShop();
    await hears(shop, 60);
    const { browser } = await shop.owner();
    const pages: Page[] = [];
    for (let path: string | undefined = EVENTS + show; path; path = olderOf(pages.at(-1) as Page)) {
      pages.push(await browser.get(path));
    }

    expect(pages.map((page) => listed(page).length)).toEqual(sizes);
    expect(new Set(pages.flatMap(listed)).size).toBe(sizes.reduce((sum, size) => sum + size, 0));
    expect(listed(pages[0] as Page)[0]).toMatch(show ? /_57$/ : /_59$/);
  });
}

test("L146 a replay comes back to the page and the choice that it was clicked on", async () => {
  const shop = await openShop();
  await hears(shop, 90);
  const { browser } = await shop.owner();
  const second = await browser.get(olderOf(await browser.get(`${EVENTS}?show=needs-a-look`)) ?? "");
  const form = /action="([^"]+\/replay[^"]*)"/.exec(second.html)?.[1]?.replaceAll("&amp;", "&") ?? "";

  // The payload of these is empty, so that handling it comes to nothing.
  const { status, location } = await browser.post(form, {});
  expect(status).toBe(303);
  expect(location).toContain(`${EVENTS}?show=needs-a-look&from=`);
  const back = await browser.get(location ?? "");
  expect(back.text).toContain("invoice.paid replayed: not used");
});

test("L146 a partner sees when Stripe was last heard, and events of no account but its own", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  await hears(other, 3);
  const { browser } = await shop.owner();
  const empty = await browser.get(EVENTS);
  expect(empty.text).toContain("No event from Stripe yet");
  expect(listed(empty)).toEqual([]);

  await hears(shop, 1);
  const heard = await browser.get(EVENTS);
  expect(heard.text).toMatch(/Last event from Stripe: [\d,]+ days ago/);
  expect(heard.html).toContain('dateTime="1970-01-01T00:00:01.000Z"');
  expect(listed(heard)).toHaveLength(1);
});

test("L146 each emptiness says what it is", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  const noAccount = await (await openShop({ account: "none" })).owner();

  expect((await browser.get(`${EVENTS}?show=needs-a-look`)).text).toContain("Nothing needs a look");
  expect((await browser.get(`${EVENTS}?from=1.evt_1`)).text).toContain("No more events");
  expect((await browser.get(`${EVENTS}?from=<script>&show=all`)).text).toContain("No event from Stripe yet");
  expect((await noAccount.browser.get(EVENTS)).text).toContain("Stripe is not connected");
});
