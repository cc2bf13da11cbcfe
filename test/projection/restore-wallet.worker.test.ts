import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import type { Customer } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { lose } from "../wallet/end-wallet";
import { liveThroughEverything } from "../wallet/eventful-wallet";
import { copiedRows, operator, wholeRun } from "./operator";

interface Restored {
  outcome: string;
  purchases?: number;
  entries?: number;
  credited?: string[];
  reversed?: string[];
  unanswered?: string[];
}

async function openShopWithAna(policy = "full"): Promise<{ shop: Shop; ana: Customer }> {
  const shop = await openShop({ plans: [starterPack] });
  await env.DB.prepare("UPDATE partners SET refund_policy = ? WHERE id = ?")
    .bind(policy, shop.partnerId)
    .run();
  return { shop, ana: await shop.customer() };
}

const ownerOf = ({ id, shop }: Customer) => ({ partnerId: shop.partnerId, customerId: id });
const restore = async (ana: Customer) => (await operator<Restored>("restore-wallet", ownerOf(ana))).body;
const findingsOf = async ({ shop }: Customer) => (await wholeRun("verify", shop.partnerId)).findings;

/** What is in a wallet, as text: a wallet hands out frozen or live values, and these are held over its end. */
const contentOf = (ana: Customer) => ana.wallet((wallet) => JSON.stringify(wallet.copy()));

async function buys(ana: Customer, { isHeard = true } = {}) {
  const checkout = await ana.chooses("Starter Pack");
  await ana.walletIsCopied();
  if (!isHeard) await stripe.fault({ action: "drop", type: "checkout.session.completed", times: 1 });
  await checkout.pays();
  await stripe.clearFaults();
  const session = await stripe.read<{ payment_intent: string }>(
    `checkout/sessions/${checkout.sessionId}`,
    ana.shop.accountId,
  );
  return { purchaseId: checkout.purchaseId, paymentIntent: session.payment_intent };
}

test("F17 a lost wallet is put together again: entries, balance, purchases and cases are what they were", async () => {
  const { ana } = await openShopWithAna();
  await ana.wallet((wallet) => liveThroughEverything(wallet, ownerOf(ana)));
  await ana.walletIsCopied();
  const [before, rows] = [await contentOf(ana), await copiedRows(ana.shop.partnerId)];
  await lose(ana.id);
  expect(await contentOf(ana)).toBe("null");

  expect(await restore(ana)).toMatchObject({ outcome: "restored", purchases: 12, entries: 14 });
  expect(JSON.parse(await contentOf(ana))).toEqual(JSON.parse(before));
  await ana.walletIsCopied();
  expect(await copiedRows(ana.shop.partnerId)).toEqual(rows);
  expect(await findingsOf(ana)).toEqual([]);
});

test("a restored wallet works on, under the rules that it always had", async () => {
  const { ana } = await openShopWithAna();
  await buys(ana);
  await ana.walletIsCopied();
  await lose(ana.id);
  await restore(ana);

  await buys(ana);
  expect((await ana.sees()).balance).toBe("2,000");
  await ana.wallet((_, { storage }) => {
    expect(() => storage.sql.exec("DELETE FROM entries")).toThrow("a ledger entry is never deleted");
    expect(() => storage.sql.exec("UPDATE purchases SET price_minor = 1")).toThrow("never changed");
  });
  await ana.walletIsCopied();
  expect(await findingsOf(ana)).toEqual([]);
});

test("a payment of which the copies had not heard is credited, once, however late its webhook comes", async () => {
  const { shop, ana } = await openShopWithAna();
  const { purchaseId } = await buys(ana, { isHeard: false });
  await lose(ana.id);

  expect(await restore(ana)).toMatchObject({ outcome: "restored", credited: [purchaseId], unanswered: [] });
  expect((await ana.sees()).balance).toBe("1,000");
  const [completed] = await stripe.events(shop.accountId, "checkout.session.completed");
  await stripe.resend(completed?.id ?? "", { times: 3 });
  expect(await ana.entries()).toHaveLength(1);
});

test("a refund of which the copies had not heard is taken, under the key that it would have had", async () => {
  const { ana } = await openShopWithAna();
  const { purchaseId, paymentIntent } = await buys(ana);
  await ana.walletIsCopied();
  await lose(ana.id);
  await stripe.refund(paymentIntent);

  expect(await restore(ana)).toMatchObject({ outcome: "restored", reversed: [purchaseId] });
  expect(await ana.wallet((wallet) => wallet.history(null, 5).entries)).toMatchObject([
    { idempotencyKey: `reversal:${purchaseId}:1`, balanceAfterMicros: 0 },
    { idempotencyKey: `purchase:${purchaseId}` },
  ]);
});

test("a copy that is a moment ahead of its entries is not believed: Stripe is asked, and the same key credits", async () => {
  const { ana } = await openShopWithAna();
  const { purchaseId } = await buys(ana);
  await ana.walletIsCopied();
  const before = await ana.entries();
  await env.DB.batch([
    env.DB.prepare("DELETE FROM ledger_entries WHERE customer_id = ?").bind(ana.id),
    env.DB.prepare("DELETE FROM customer_balances WHERE customer_id = ?").bind(ana.id),
  ]);
  await lose(ana.id);

  expect(await restore(ana)).toMatchObject({ outcome: "restored", entries: 0, credited: [purchaseId] });
  expect(await ana.entries()).toEqual(before);
  await ana.walletIsCopied();
  expect(await findingsOf(ana)).toEqual([]);
});

test("a wallet in which something is stays as it is, also one that was just restored", async () => {
  const { ana } = await openShopWithAna();
  await buys(ana);
  await ana.walletIsCopied();
  const before = await contentOf(ana);
  expect(await restore(ana)).toEqual({ outcome: "not_empty" });
  await lose(ana.id);
  await restore(ana);
  expect(await restore(ana)).toEqual({ outcome: "not_empty", credited: [], reversed: [], unanswered: [] });
  expect(JSON.parse(await contentOf(ana))).toEqual(JSON.parse(before));
});

test("while Stripe is away a wallet is restored all the same, and asked about when that is done again", async () => {
  const { ana } = await openShopWithAna();
  const { purchaseId } = await buys(ana, { isHeard: false });
  await lose(ana.id);
  await stripe.fault({ action: "status", status: 503, path: "/v1/checkout/sessions", times: 3 });
  expect(await restore(ana)).toMatchObject({ outcome: "restored", credited: [], unanswered: [purchaseId] });
  await stripe.clearFaults();
  expect(await restore(ana)).toMatchObject({ outcome: "not_empty", credited: [purchaseId], unanswered: [] });
});

test("copies that are no whole ledger are not made into a wallet", async () => {
  const { ana } = await openShopWithAna();
  await ana.wallet((wallet) => liveThroughEverything(wallet, ownerOf(ana)));
  await ana.walletIsCopied();
  await env.DB.prepare("DELETE FROM ledger_entries WHERE customer_id = ? AND seq = 3").bind(ana.id).run();
  await lose(ana.id);
  expect(await restore(ana)).toMatchObject({
    outcome: "unsound",
    broken: expect.arrayContaining([
      { invariant: "entries_are_numbered_without_gaps", about: expect.stringContaining("reversal:") },
    ]),
  });
  expect(await contentOf(ana)).toBe("null");
});

test("of a customer of whom nothing was copied nothing is restored, and another partner's is nobody", async () => {
  const { ana } = await openShopWithAna();
  const other = await openShop();
  expect(await restore(ana)).toEqual({ outcome: "nothing_copied" });
  const answer = await operator("restore-wallet", { ...ownerOf(ana), partnerId: other.partnerId });
  expect(answer.status).toBe(404);
});

test("the partner reads that a wallet was put together again, and the audit log has it once", async () => {
  const { shop, ana } = await openShopWithAna();
  await buys(ana);
  await ana.walletIsCopied();
  const owner = await shop.owner();
  const title = "This wallet was put together again";
  expect((await owner.browser.get(`/customers/${ana.id}`)).text).not.toContain(title);
  await lose(ana.id);
  await restore(ana);
  await restore(ana);

  expect((await owner.browser.get(`/customers/${ana.id}`)).text).toContain(title);
  const { results } = await env.DB.prepare(
    "SELECT actor_type, actor_id, action, object_id FROM audit_log WHERE partner_id = ? AND action = 'wallet.restored'",
  )
    .bind(shop.partnerId)
    .all();
  expect(results).toEqual([
    { actor_type: "system", actor_id: "operator", action: "wallet.restored", object_id: ana.id },
  ]);
});
