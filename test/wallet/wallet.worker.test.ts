import { env, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { walletOf } from "../../app/wallet/client.server";
import type { CheckoutReport, PurchaseTerms } from "../../app/wallet/purchase";
import type { Wallet } from "../../app/wallet/wallet.server";

function newPurchase(customerId: string): { terms: PurchaseTerms; paid: CheckoutReport } {
  const terms: PurchaseTerms = {
    purchaseId: newId("purchase"),
    partnerId: "partner_of_wallet_tests",
    customerId,
    planId: "plan_1",
    planVersion: 1,
    planName: "Starter Pack",
    creditsMicros: 1_000_000_000,
    priceMinor: 4_900,
    currency: "usd",
    platformFeeMinor: 122,
    accountId: "acct_1",
    livemode: false,
  };
  const paid: CheckoutReport = {
    purchaseId: terms.purchaseId,
    accountId: "acct_1",
    livemode: false,
    sessionId: `cs_${terms.purchaseId}`,
    amountMinor: 4_900,
    currency: "usd",
    paymentIntentId: "pi_1",
    payment: "paid",
    failure: null,
  };
  return { terms, paid };
}

const stubOf = (customerId: string) => env.WALLET.get(env.WALLET.idFromName(customerId));

function inside<T>(customerId: string, look: (sql: SqlStorage, state: DurableObjectState) => T): Promise<T> {
  return runInDurableObject(stubOf(customerId), (_, state) => look(state.storage.sql, state));
}

async function creditedWallet() {
  const customerId = newId("customer");
  const wallet = walletOf(env.WALLET, customerId);
  const { terms, paid } = newPurchase(customerId);
  await wallet.openPurchase(terms, "click");
  await wallet.settle(paid);
  return { customerId, wallet, terms, paid };
}

test("L106 a ledger entry can neither be changed nor deleted, not even by SQL", async () => {
  const { customerId } = await creditedWallet();
  await inside(customerId, (sql) => {
    expect(() => sql.exec("UPDATE entries SET note = 'other'")).toThrow("a ledger entry is never changed");
    expect(() => sql.exec("DELETE FROM entries")).toThrow("a ledger entry is never deleted");
    expect(() => sql.exec("UPDATE purchases SET price_minor = 1")).toThrow(
      "the terms of a purchase are never changed",
    );
  });
});

test("an entry that does not continue the ledger is refused by the storage itself", async () => {
  const { customerId } = await creditedWallet();
  const insert = (seq: number, amount: number | string, after: number) => (sql: SqlStorage) =>
    sql.exec(
      `INSERT INTO entries (seq, idempotency_key, kind, amount_micros, balance_after_micros, reference, actor, note, at)
       VALUES (?, 'another', 'purchase', ?, ?, 'x', 'system', '', 1)`,
      seq,
      amount,
      after,
    );
  const wrong: [number, number | string, number][] = [
    [3, 5, 1_000_000_005],
    [2, 5, 1_000_000_006],
    [2, 0, 1_000_000_000],
    [2, 0.5, 1_000_000_000.5],
    [2, 2 ** 53, 2 ** 53 + 1_000_000_000],
  ];
  for (const [seq, amount, after] of wrong) {
    await inside(customerId, (sql) => expect(() => insert(seq, amount, after)(sql)).toThrow());
  }
  await inside(customerId, (sql) => insert(2, 5, 1_000_000_005)(sql));
});

test("looking into a wallet in which nothing was opened leaves no trace in it", async () => {
  const customerId = newId("customer");
  const wallet = walletOf(env.WALLET, customerId);
  expect(await wallet.summary(5)).toEqual({ balanceMicros: 0, updatedAt: null, entries: [] });
  expect(await wallet.history(null, 5)).toEqual({ entries: [], next: null });
  expect(await wallet.settle(newPurchase(customerId).paid)).toEqual({ outcome: "unknown_purchase" });

  expect(await inside(customerId, (sql) => sql.exec("SELECT name FROM sqlite_master").toArray())).toEqual([]);
});

test("the same click is the same purchase; the same click for another plan is loud", async () => {
  const customerId = newId("customer");
  const wallet = walletOf(env.WALLET, customerId);
  const { terms } = newPurchase(customerId);

  expect(await wallet.openPurchase(terms, "click")).toMatchObject({ outcome: "opened" });
  expect(await wallet.openPurchase({ ...terms, purchaseId: newId("purchase") }, "click")).toMatchObject({
    outcome: "repeated",
    purchase: { purchaseId: terms.purchaseId },
  });
  expect(await wallet.openPurchase({ ...terms, planId: "plan_2" }, "click")).toEqual({
    outcome: "key_reused",
  });
});

test("one hundred purchases at once leave one hundred entries and the exact sum", async () => {
  const customerId = newId("customer");
  const wallet = walletOf(env.WALLET, customerId);
  await Promise.all(
    Array.from({ length: 100 }, async (_, at) => {
      const { terms, paid } = newPurchase(customerId);
      await wallet.openPurchase(terms, `click ${at}`);
      await Promise.all([wallet.settle(paid), wallet.settle(paid)]);
    }),
  );

  const { entries } = await wallet.history(null, 200);
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, at) => 100 - at));
  expect((await wallet.summary(0)).balanceMicros).toBe(100 * 1_000_000_000);
});

test("a restart between opening and paying loses nothing", async () => {
  const customerId = newId("customer");
  const { terms, paid } = newPurchase(customerId);
  await walletOf(env.WALLET, customerId).openPurchase(terms, "click");
  await restart(customerId);
  expect(await walletOf(env.WALLET, customerId).settle(paid)).toMatchObject({ outcome: "credited" });
  await restart(customerId);
  expect(await walletOf(env.WALLET, customerId).settle(paid)).toEqual({ outcome: "already_credited" });
});

test("a duplicate writes no row", async () => {
  const { customerId, paid } = await creditedWallet();
  const written = await runInDurableObject(stubOf(customerId), (wallet, { storage }) => {
    const before = storage.sql.databaseSize;
    const counted = storage.sql.exec("SELECT total_changes() AS n").one().n;
    (wallet as unknown as Wallet).settle(paid);
    return {
      rows: Number(storage.sql.exec("SELECT total_changes() AS n").one().n) - Number(counted),
      bytes: storage.sql.databaseSize - before,
    };
  });
  expect(written).toEqual({ rows: 0, bytes: 0 });
});

test("F1 the copy in D1 equals the wallet, row by row, and copying twice changes nothing", async () => {
  const { customerId, terms } = await creditedWallet();
  await copied(customerId);
  const copy = () =>
    env.DB.prepare(
      "SELECT seq, amount_micros, balance_after_micros, note FROM ledger_entries WHERE customer_id = ?",
    )
      .bind(customerId)
      .all();
  const first = (await copy()).results;
  expect(first).toEqual([
    { seq: 1, amount_micros: 1_000_000_000, balance_after_micros: 1_000_000_000, note: "Starter Pack" },
  ]);
  expect(
    await env.DB.prepare("SELECT state, plan_name, price_minor FROM purchases WHERE id = ?")
      .bind(terms.purchaseId)
      .first(),
  ).toEqual({
    state: "credited",
    plan_name: "Starter Pack",
    price_minor: 4_900,
  });
  expect(
    await env.DB.prepare("SELECT balance_micros, last_seq FROM customer_balances WHERE customer_id = ?")
      .bind(customerId)
      .first(),
  ).toEqual({
    balance_micros: 1_000_000_000,
    last_seq: 1,
  });

  await inside(customerId, (sql) =>
    sql.exec("INSERT INTO outbox (purchase_id, entry_seq) VALUES (?, 1)", terms.purchaseId),
  );
  await inside(customerId, (_, { storage }) => storage.setAlarm(Date.now()));
  await copied(customerId);
  expect((await copy()).results).toEqual(first);
});

test("an older copy never overwrites a newer one", async () => {
  const { customerId, terms } = await creditedWallet();
  await copied(customerId);
  await env.DB.prepare("UPDATE purchases SET revision = 1000, state = 'newer' WHERE id = ?")
    .bind(terms.purchaseId)
    .run();
  await inside(customerId, (sql) =>
    sql.exec("INSERT INTO outbox (purchase_id, entry_seq) VALUES (?, NULL)", terms.purchaseId),
  );
  await inside(customerId, (_, { storage }) => storage.setAlarm(Date.now()));
  await copied(customerId);
  expect(
    await env.DB.prepare("SELECT state FROM purchases WHERE id = ?").bind(terms.purchaseId).first(),
  ).toEqual({ state: "newer" });
});

test("F6 while D1 refuses, the alarm comes back for as long as something is left, and then copies all", async () => {
  await env.DB.prepare("ALTER TABLE ledger_entries RENAME TO ledger_entries_away").run();
  const { customerId } = await creditedWallet();
  for (let tries = 0; tries < 10; tries += 1) {
    await runInDurableObject(stubOf(customerId), (wallet) => (wallet as unknown as Wallet).alarm());
    expect(await inside(customerId, (_, { storage }) => storage.getAlarm())).not.toBeNull();
  }
  await env.DB.prepare("ALTER TABLE ledger_entries_away RENAME TO ledger_entries").run();
  await runInDurableObject(stubOf(customerId), (wallet) => (wallet as unknown as Wallet).alarm());

  expect(await inside(customerId, (sql) => sql.exec("SELECT count(*) AS n FROM outbox").one())).toEqual({
    n: 0,
  });
  expect(
    await env.DB.prepare("SELECT count(*) AS n FROM ledger_entries WHERE customer_id = ?")
      .bind(customerId)
      .first(),
  ).toEqual({ n: 1 });
});

async function copied(customerId: string): Promise<void> {
  await expect
    .poll(async () => {
      await runInDurableObject(stubOf(customerId), (wallet) => (wallet as unknown as Wallet).alarm());
      return inside(customerId, (sql) => sql.exec("SELECT count(*) AS n FROM outbox").one().n);
    })
    .toBe(0);
}

/** Ends the object as a crash or a deploy does; the next call finds a new one with what was stored. */
async function restart(customerId: string): Promise<void> {
  await copied(customerId);
  await inside(customerId, (_, state) => state.abort("restarted by a test")).catch(() => {});
}
