import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { walletOf } from "../../app/wallet/client.server";
import { stripe } from "../shop/outside";
import { Customer } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";

const LINK = /href="(\/customers\?from=[^"]+)"/;
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

/** A customer with what a list shows of one, without signing anybody in. */
async function knows(shop: Shop, name: string, more: Record<string, string | number> = {}) {
  const columns = {
    ...{ id: newId("customer"), partner_id: shop.partnerId, name, created_at: 5 },
    email: `${name.toLowerCase().replaceAll(" ", ".")}@customer.test`,
    ...more,
  };
  const names = Object.keys(columns);
  await env.DB.prepare(
    `INSERT INTO customers (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  )
    .bind(...Object.values(columns))
    .run();
  return columns.id;
}

const rowOf = ({ html }: Page, name: string) =>
  (html.split('<tr role="row"').find((row) => row.includes(`>${name}<`)) ?? "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const namesIn = ({ html }: Page) =>
  [...html.matchAll(/href="\/customers\/customer_[^"]+"[^>]*>([^<]+)</g)].map(([, name]) => name);

test("L149 a row says whether the mailbox is theirs, what is left, whether that is low, and what they paid", async () => {
  const shop = await openShop({
    plans: [starterPack, { name: "Euro Pack", credits: 10, priceMinor: 900, currency: "eur" }],
  });
  const [owner, ana] = [await shop.owner(), await shop.customer("ana")];
  await knows(shop, "Bo Beck", { company: "Beck & Sons", ai_credits_enabled: 0, low_threshold_micros: 0 });
  for (const plan of ["Starter Pack", "Starter Pack", "Euro Pack"]) {
    await (await ana.chooses(plan)).pays();
  }
  const [payment] = await stripe.events(shop.accountId, "payment_intent.succeeded");
  await ana.walletIsCopied();

  const page = await owner.browser.get("/customers");
  expect(rowOf(page, "ana")).toMatch(
    /ana E-mail \S+@customer.test Verified Portal access Active AI credits On 2,010 Last purchase now Lifetime net (€9.00 \$98.00|\$98.00 €9.00)/,
  );
  expect(rowOf(page, "Bo Beck")).toContain(
    "Beck &amp; Sons E-mail bo.beck@customer.test Not verified Portal access None Invite AI credits Off Low 0 Last purchase – Lifetime net –",
  );

  await stripe.refund(payment?.data.object.id ?? "");
  await ana.walletIsCopied();
  const after = rowOf(await owner.browser.get("/customers"), "ana");
  expect(after).toMatch(/Lifetime net .*\$98\.00/);
  expect(after).not.toContain("€9.00");
});

test("L149 a part of the name, the address or the company finds a customer, one or two letters how a word begins", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  await knows(shop, "Ana Adler", { company: "Adler 100% Law" });
  await knows(shop, "Bo Beck", { email: "accounts@beck-sons.test" });
  const found = async (q: string) => namesIn(await browser.get(`/customers?${new URLSearchParams({ q })}`));

  expect(await found("adl")).toEqual(["Ana Adler"]);
  expect(await found("@beck-sons")).toEqual(["Bo Beck"]);
  expect(await found("100% LAW")).toEqual(["Ana Adler"]);
  expect(await found("a adl")).toEqual(["Ana Adler"]);
  expect(await found("ad")).toEqual(["Ana Adler"]);
  expect(await found("l")).toEqual(["Ana Adler"]);
  expect(await found("a").then((names) => names.sort())).toEqual(["Ana Adler", "Bo Beck"]);
  expect(await found("dl")).toEqual([]);
  // Nothing of this is a word of the index's own language.
  for (const odd of [
    "%",
    "_",
    '"',
    '""" OR "ana',
    "ana OR bo",
    "a*",
    "-ana",
    "search_marks : a0a",
    "\u0002ad",
    "\u0000",
  ]) {
    expect(await found(odd), odd).toEqual(
      odd === "\u0002ad" ? ["Ana Adler"] : odd === "\u0000" ? ["Bo Beck", "Ana Adler"] : [],
    );
  }
  expect((await found("")).sort()).toEqual(["Ana Adler", "Bo Beck"]);
  const page = await browser.get("/customers?q=nobody");
  expect(page.text).toContain("No customers found");
  expect(page.html).toContain('value="nobody"');
});

test("L149 filters narrow the list, stay in the address from page to page, and hold together", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  for (let at = 0; at < 30; at += 1) await knows(shop, `Off ${at}`, { ai_credits_enabled: 0 });
  await knows(shop, "Blocked", { portal_access: "blocked", ai_credits_enabled: 0 });
  await knows(shop, "Active", { portal_access: "active" });

  expect(namesIn(await browser.get("/customers?access=blocked"))).toEqual(["Blocked"]);
  expect(namesIn(await browser.get("/customers?access=active&ai=off"))).toEqual([]);
  expect(namesIn(await browser.get("/customers?access=blocked&ai=off&q=lock"))).toEqual(["Blocked"]);
  const first = await browser.get("/customers?ai=off&q=off");
  expect(namesIn(first)).toHaveLength(25);
  const older = /href="(\/customers\?[^"]*from=[^"]+)"/.exec(first.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(older).toMatch(/q=off&ai=off/);
  expect(namesIn(await browser.get(older))).toHaveLength(5);
  // What makes no sense is as if it were not there.
  expect(namesIn(await browser.get("/customers?access=king&ai=maybe&balance=high&from=x"))).toHaveLength(25);
});

test("L149 a balance is low at its threshold and not above, whichever of the two changes", async () => {
  const shop = await openShop();
  const { browser } = await shop.owner();
  const id = await knows(shop, "Ana");
  const { partnerId } = shop;
  const lows = async () => namesIn(await browser.get("/customers?balance=low"));
  const threshold = (micros: number | null) =>
    env.DB.prepare("UPDATE customers SET low_threshold_micros = ? WHERE id = ?").bind(micros, id).run();
  const adjusts = async (amountMicros: number) => {
    const about = { partnerId, customerId: id, formId: newId("form"), note: "Test", actor: "member_1" };
    await walletOf(env.WALLET, id).adjust({ ...about, amountMicros });
    await new Customer(shop, id, "", new Visitor(shop.host)).walletIsCopied();
  };

  expect(await lows()).toEqual([]);
  await threshold(2_000_000);
  expect(await lows()).toEqual(["Ana"]);
  await adjusts(2_000_001);
  expect(await lows()).toEqual([]);
  await adjusts(-1);
  expect(await lows()).toEqual(["Ana"]);
  await threshold(1_999_999);
  expect(await lows()).toEqual([]);
  await threshold(null);
  await adjusts(-2_000_000);
  expect(await lows()).toEqual([]);
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
