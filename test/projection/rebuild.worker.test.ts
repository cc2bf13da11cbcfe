import { env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../../app/ids";
import { inboxOf, stripe } from "../shop/outside";
import type { Customer } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { liveThroughEverything } from "../wallet/eventful-wallet";
import { copiedRows, loseCopies, wholeRun } from "./operator";

let shop: Shop;
let ana: Customer;
let ben: Customer;
let cleo: Customer;

/** Ana has lived through everything, Ben has bought and got a part back, Cleo has never bought. */
beforeAll(async () => {
  shop = await openShop({ plans: [starterPack] });
  [ana, ben, cleo] = [await shop.customer("ana"), await shop.customer("ben"), await shop.customer("cleo")];
  await ana.wallet((wallet) =>
    liveThroughEverything(wallet, { partnerId: shop.partnerId, customerId: ana.id }),
  );
  const checkout = await ben.chooses("Starter Pack");
  await checkout.pays();
  const session = await stripe.read<{ payment_intent: string }>(
    `checkout/sessions/${checkout.sessionId}`,
    shop.accountId,
  );
  await stripe.refund(session.payment_intent, 1_000);
  await ana.walletIsCopied();
  await ben.walletIsCopied();
  await inboxOf(ben.email, "Receipt");
});

const rebuild = () => wholeRun("rebuild", shop.partnerId);
const verify = () => wholeRun("verify", shop.partnerId);

test("F16 all copies are lost and made anew: row by row they are what they were, and nobody gets a message", async () => {
  const before = await copiedRows(shop.partnerId);
  expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
  await loseCopies(shop.partnerId);
  expect((await copiedRows(shop.partnerId)).purchases).toEqual([]);

  expect(await rebuild()).toMatchObject({
    customers: 3,
    purchases: before.purchases.length,
    entries: before.ledger_entries.length,
    mended: [],
    waiting: [],
    kept: [],
  });
  expect(await copiedRows(shop.partnerId)).toEqual(before);
});

test("rebuilding what is right changes nothing, also twice at once", async () => {
  const before = await copiedRows(shop.partnerId);
  await Promise.all([rebuild(), rebuild()]);
  await ana.walletIsCopied();
  expect(await copiedRows(shop.partnerId)).toEqual(before);
});

test("a receipt that was not queued when D1 was lost is not sent by the rebuilding", async () => {
  const { emails } = await copiedRows(shop.partnerId);
  await env.DB.prepare("DELETE FROM emails WHERE partner_id = ?").bind(shop.partnerId).run();
  await rebuild();
  expect((await copiedRows(shop.partnerId)).emails).toEqual([]);
  expect(await inboxOf(ben.email, "Receipt")).toHaveLength(1);
  expect(emails.length).toBeGreaterThan(0);
});

test("a copy that somebody edited by hand is mended", async () => {
  const before = await copiedRows(shop.partnerId);
  await env.DB.batch([
    env.DB.prepare("UPDATE ledger_entries SET note = 'edited' WHERE customer_id = ?").bind(ben.id),
    env.DB.prepare("UPDATE customer_balances SET balance_micros = 1 WHERE customer_id = ?").bind(ben.id),
  ]);
  expect((await verify()).findings).toEqual([
    {
      customerId: ben.id,
      broken: [],
      differences: [
        { table: "ledger_entries", id: expect.stringMatching(/^1 purchase:/), how: "differs" },
        { table: "customer_balances", id: ben.id, how: "differs" },
      ],
    },
  ]);
  await rebuild();
  expect(await copiedRows(shop.partnerId)).toEqual(before);
  expect(await verify()).toMatchObject({ customers: 3, findings: [] });
});

test("what happens while the copies are made anew is copied too", async () => {
  const gifts = Array.from({ length: 20 }, (_, at) =>
    ben.wallet((wallet) =>
      wallet.adjust({
        ...{ partnerId: shop.partnerId, customerId: ben.id, formId: `gift_${at}` },
        ...{ amountMicros: 1_000_000, note: "Gift", actor: "member_olivia" },
      }),
    ),
  );
  await Promise.all([rebuild(), ...gifts, rebuild()]);
  await ben.walletIsCopied();
  expect((await verify()).findings).toEqual([]);
});

test("copies that say more than their wallet are all that is left of it: they are not forgotten", async () => {
  await env.DB.prepare(
    `INSERT INTO ledger_entries (customer_id, seq, partner_id, kind, amount_micros, balance_after_micros,
       idempotency_key, reference, actor, note, at) VALUES (?, 1, ?, 'manual_add', 5, 5, 'adjustment:x', 'x', 'm', '', 1)`,
  )
    .bind(cleo.id, shop.partnerId)
    .run();
  const before = await copiedRows(shop.partnerId);

  expect(await rebuild()).toMatchObject({ customers: 3, kept: [cleo.id] });
  expect(await copiedRows(shop.partnerId)).toEqual(before);
  expect((await verify()).findings).toEqual([
    {
      customerId: cleo.id,
      broken: [],
      differences: [{ table: "ledger_entries", id: "1 adjustment:x", how: "not_held" }],
    },
  ]);
});

test("customers of all partners are rebuilt page by page, each of them once", async () => {
  const crowd = await openShop();
  await env.DB.batch(
    Array.from({ length: 12 }, (_, at) =>
      env.DB.prepare(
        "INSERT INTO customers (id, partner_id, email, name, portal_access, created_at) VALUES (?, ?, ?, '', 'none', 1)",
      ).bind(newId("customer"), crowd.partnerId, `${at}@customer.test`),
    ),
  );
  const all = await env.DB.prepare("SELECT count(*) AS n FROM customers").first<number>("n");
  const rebuilt = await wholeRun("rebuild");
  expect(rebuilt.customers).toBe(all);
  expect(rebuilt.pages).toBeGreaterThan(2);
});
