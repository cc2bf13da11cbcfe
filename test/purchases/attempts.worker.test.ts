import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { wholeRun } from "../projection/operator";
import { stripe } from "../shop/outside";
import { type Customer, DECLINED_CARD } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import type { Page } from "../shop/visitor";

const NO_MONEY = "4000000000009995";
const ATTEMPTS = "/billing-and-invoices/attempts";

const rowsOf = ({ html }: Page) =>
  html
    .split('<tr role="row"')
    .slice(2)
    .map((row) =>
      row
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    );

async function isDeclined(ana: Customer, ...cards: string[]) {
  const checkout = await ana.chooses("Starter Pack");
  for (const card of cards) await checkout.pays(card);
  await ana.walletIsCopied();
  const session = await stripe.read<{ payment_intent: string }>(
    `checkout/sessions/${checkout.sessionId}`,
    ana.shop.accountId,
  );
  return { checkout, payment: session.payment_intent };
}

test("L90 each failed attempt is listed once, with its reason in plain words and a link to the payment at Stripe", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const { payment } = await isDeclined(ana, DECLINED_CARD, NO_MONEY);
  for (const event of await stripe.events(shop.accountId, "payment_intent.payment_failed"))
    await stripe.resend(event.id, { times: 2 });
  await ana.walletIsCopied();

  const page = await owner.browser.get(ATTEMPTS);
  const rows = rowsOf(page);
  expect(rows).toHaveLength(2);
  expect(rows.join("\n")).toContain("There was not enough money in the account. insufficient_funds");
  expect(rows.join("\n")).toContain("The bank declined it and does not say why.");
  expect(rows[0]).toContain("Starter Pack");
  expect(
    page.html.split(`href="http://127.0.0.1:12111/dashboard/${shop.accountId}#${payment}"`),
  ).toHaveLength(3);
  expect(page.html).toContain('aria-label="Open in Stripe dashboard: Starter Pack, ');
});

test("L90 the attempts are on the customer's Billing tab too, with the receipts of what was paid", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const { checkout } = await isDeclined(ana, NO_MONEY);
  await checkout.pays();
  await ana.walletIsCopied();

  const { text, html } = await owner.browser.get(`/customers/${ana.id}/billing`);
  expect(text).toContain("Failed attempts");
  expect(text).toContain("There was not enough money in the account.");
  expect(text).toMatch(/Credited .* Receipt (Sent|On its way)/);
  // The attempt and the purchase both lead to the payment, on the account that was paid.
  expect(html.match(new RegExp(`href="[^"]*/dashboard/${shop.accountId}#pi_`, "g"))).toHaveLength(2);
});

test("L142 a checkout that Stripe would not open is listed with what Stripe said, and leads to its logs", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const gone = `${shop.accountId}gone`;
  await env.DB.prepare("UPDATE connected_accounts SET account_id = ? WHERE partner_id = ?")
    .bind(gone, shop.partnerId)
    .run();
  await expect(ana.chooses("Starter Pack")).rejects.toThrow("Purchase answered 502");
  await ana.walletIsCopied();

  const page = await owner.browser.get(ATTEMPTS);
  expect(rowsOf(page)).toHaveLength(1);
  expect(page.text).toContain(
    "Your Stripe account cannot take this payment. Look at Settings → Stripe Connect.",
  );
  expect(page.html).toContain(`href="http://127.0.0.1:12111/dashboard/${gone}"`);
});

test("a decline that is told after the payment is an attempt all the same, and changes nothing else", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  await stripe.fault({ action: "drop", type: "payment_intent.payment_failed", times: 1 });
  const { checkout } = await isDeclined(ana, NO_MONEY);
  await stripe.clearFaults();
  await checkout.pays();
  await ana.walletIsCopied();
  expect(rowsOf(await owner.browser.get(ATTEMPTS))).toEqual([]);

  const [late] = await stripe.events(shop.accountId, "payment_intent.payment_failed");
  await stripe.resend(late?.id ?? "", {});
  await ana.walletIsCopied();
  expect(rowsOf(await owner.browser.get(ATTEMPTS))).toHaveLength(1);
  expect((await owner.browser.get("/billing-and-invoices")).text).toContain("Credited");
  expect(await wholeRun("verify", shop.partnerId)).toMatchObject({ findings: [] });
});

test("purchases and attempts are found by state and by a customer's whole address, and by nobody else's", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const other = await openShop({ plans: [starterPack] });
  const [owner, ana, bo, stranger] = [
    await shop.owner(),
    await shop.customer("ana"),
    await shop.customer("bo"),
    await other.customer("stranger"),
  ];
  await isDeclined(ana, NO_MONEY);
  const { checkout } = await isDeclined(bo, DECLINED_CARD);
  await checkout.pays();
  await isDeclined(stranger, DECLINED_CARD);
  await bo.walletIsCopied();
  const at = async (path: string, query: Record<string, string>) =>
    rowsOf(await owner.browser.get(`${path}?${new URLSearchParams(query)}`)).length;
  const BILLING = "/billing-and-invoices";

  expect(await at(BILLING, {})).toBe(2);
  expect(await at(BILLING, { state: "credited" })).toBe(1);
  expect(await at(BILLING, { state: "open", customer: ` ${ana.email.toUpperCase()} ` })).toBe(1);
  expect(await at(BILLING, { state: "open", customer: bo.email })).toBe(0);
  expect(await at(ATTEMPTS, {})).toBe(2);
  expect(await at(ATTEMPTS, { customer: ana.email })).toBe(1);
  expect(await at(ATTEMPTS, { customer: stranger.email })).toBe(0);
  const nobody = await owner.browser.get(`${ATTEMPTS}?customer=${stranger.email}`);
  expect(nobody.text).toContain("No customer of yours has this address Show all failed attempts");
  const none = await owner.browser.get(`${BILLING}?state=quarantined`);
  expect(none.text).toContain("No purchase is like this Show all purchases");
});

test("every purchase and every attempt is on exactly one page", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const about = `'${shop.partnerId}', '${ana.id}'`;
  await env.DB.batch([
    env.DB.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 59)
       INSERT INTO purchases (id, partner_id, customer_id, plan_id, plan_version, plan_name, credits_micros, price_minor,
         currency, platform_fee_minor, state, account_id, opened_at, revision)
       SELECT '${newId("purchase")}' || i, ${about}, 'plan', 1, 'Pack ' || i || '.', 1, 100, 'usd', 1, 'open', 'acct', i / 2, 1 FROM n`,
    ),
    env.DB.prepare(
      `INSERT INTO purchase_attempts (customer_id, id, partner_id, purchase_id, code, message, at)
       SELECT customer_id, 'ch_' || id, partner_id, id, 'expired_card', 'Expired.', opened_at FROM purchases
       WHERE partner_id = '${shop.partnerId}'`,
    ),
  ]);
  for (const start of ["/billing-and-invoices", ATTEMPTS]) {
    const seen: string[] = [];
    let pages = 0;
    for (let path: string | undefined = start; path; pages += 1) {
      const page: Page = await owner.browser.get(path);
      seen.push(...[...page.text.matchAll(/Pack \d+\./g)].map(([name]) => name));
      path = /href="([^"]*from=[^"]+)"/.exec(page.html)?.[1];
    }
    expect({ pages, seen: new Set(seen).size, shown: seen.length }).toEqual({
      pages: 3,
      seen: 60,
      shown: 60,
    });
  }
});
