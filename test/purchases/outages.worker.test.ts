import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { MINUTE_MS } from "../../app/time";
import { providerTurnsAway } from "../email/messages-of";
import { cron, inboxOf, stripe } from "../shop/outside";
import { type Checkout, type Customer, clickOn } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import { deliver } from "../stripe/deliver";
import { paidEvent } from "../stripe/sample-events";

test("F9 Stripe makes the session and its answer is lost: the same click finds the same session", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await stripe.fault({ action: "lost_reply", path: "/v1/checkout/sessions", times: 1 });

  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  expect(await ana.entries()).toHaveLength(1);
  const { data } = await stripe.read<{ data: unknown[] }>("checkout/sessions?limit=10", shop.accountId);
  expect(data).toHaveLength(1);
});

test("F9 Stripe is down: the customer reads that no money moved, and the same click works later", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const page = await ana.browser.get("/credits");
  const click = clickOn(page, "Starter Pack");
  await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: 3 });

  const refused = await ana.browser.post("/credits", click);
  expect(refused.status).toBe(503);
  expect(refused.text).toContain("No money moved; please try again in a moment.");

  await (await ana.clicks(click)).pays();
  expect((await ana.sees()).balance).toBe("1,000");
});

test("F14 the e-mail provider is down: the credits are there, and the receipt comes later, once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await providerTurnsAway(100);
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  await ana.walletIsCopied();
  expect((await ana.sees()).balance).toBe("1,000");
  const email = "SELECT status, attempts FROM emails WHERE subject_id = ?";
  expect(await env.DB.prepare(email).bind(checkout.purchaseId).first()).toEqual({
    status: "queued",
    attempts: 1,
  });

  await providerTurnsAway(0);
  await env.DB.prepare("UPDATE emails SET next_attempt_at = 0 WHERE subject_id = ?")
    .bind(checkout.purchaseId)
    .run();
  await cron();
  expect(await inboxOf(ana.email, "Receipt")).toHaveLength(1);
  expect(await env.DB.prepare(email).bind(checkout.purchaseId).first()).toEqual({
    status: "sent",
    attempts: 2,
  });
});

test("F6 D1 is away for longer than the runtime repeats an alarm: payments are credited at once, and copied later", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkouts = [await ana.chooses("Starter Pack"), await ana.chooses("Starter Pack")] as const;
  const reported = ({ purchaseId, sessionId }: Checkout) =>
    deliver(paidEvent({ account: shop.accountId, customerId: ana.id, purchaseId, sessionId }));
  const copies = () =>
    env.DB.prepare("SELECT seq, balance_after_micros FROM ledger_entries WHERE customer_id = ? ORDER BY seq")
      .bind(ana.id)
      .raw();
  await ana.walletIsCopied();

  await rename(COPIED, (table) => [table, `${table}_away`]);
  expect((await reported(checkouts[0])).status).toBe(200);
  let tries = 0;
  for (let away_ms = 0; away_ms < 10 * MINUTE_MS; tries += 1) away_ms += await nextTry(ana);
  // The runtime itself would have called seven times, within 134 seconds, and then forgotten.
  expect(tries).toBeGreaterThan(7);
  expect((await reported(checkouts[1])).status).toBe(200);
  expect(await ana.entries()).toHaveLength(2);

  await rename(COPIED, (table) => [`${table}_away`, table]);
  expect(await copies()).toEqual([]);
  await ana.walletIsCopied();
  expect(await copies()).toEqual([
    [1, 1_000_000_000],
    [2, 2_000_000_000],
  ]);
});

const COPIED = ["ledger_entries", "purchases", "customer_balances", "webhook_events"];

async function rename(
  tables: string[],
  change: (table: string) => [from: string, to: string],
): Promise<void> {
  for (const [from, to] of tables.map(change)) {
    await env.DB.prepare(`ALTER TABLE ${from} RENAME TO ${to}`).run();
  }
}

/** Lets the wallet try to copy now, in vain, and answers when it means to try again. */
const nextTry = (customer: Customer): Promise<number> =>
  customer.wallet(async (wallet, { storage }) => {
    await wallet.alarm();
    return ((await storage.getAlarm()) ?? Number.NaN) - Date.now();
  });
