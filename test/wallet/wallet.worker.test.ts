import { env, runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { expect, test } from "vitest";
import { creditsToMicros } from "../../app/credits";
import { newId } from "../../app/ids";
import { walletOf } from "../../app/wallet/client.server";
import type { Wallet } from "../../app/wallet/wallet.server";
import { restart } from "./end-wallet";
import { creditedWallet, inside, newPurchase, stubOf } from "./open-wallet";

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

test("L105 the entry of a purchase is exactly what its terms promised, whatever the number", async () => {
  const customerId = newId("customer");
  const credits = [1, 7, 333_333, 999_999, 1_000_000, ...fc.sample(anyCredits, { numRuns: 200, seed: 105 })];
  await runInDurableObject(stubOf(customerId), async (instance) => {
    const wallet = instance as unknown as Wallet;
    for (const [index, count] of credits.entries()) {
      const { terms, paid } = newPurchase(customerId);
      await wallet.openPurchase({ ...terms, creditsMicros: creditsToMicros(count) }, `click_${index}`);
      await wallet.settle(paid);
    }
  });
  const amounts = await inside(customerId, (sql) =>
    sql.exec("SELECT amount_micros FROM entries ORDER BY seq").toArray(),
  );
  expect(amounts.map((entry) => entry.amount_micros)).toEqual(credits.map((count) => count * 1_000_000));
});

const anyCredits = fc.integer({ min: 1, max: 1_000_000 });

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
  expect(await wallet.summary(5)).toEqual({
    balanceMicros: 0,
    usedMicros: 0,
    updatedAt: null,
    entries: [],
    restoredAt: null,
  });
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

test("a decline that is told late leaves the reason of a quarantined purchase as it is", async () => {
  const customerId = newId("customer");
  const wallet = walletOf(env.WALLET, customerId);
  const { terms, paid } = newPurchase(customerId);
  await wallet.openPurchase(terms, "click");
  await wallet.settle({ ...paid, amountMinor: 100 });
  const failure = { code: "generic_decline", message: "Your card was declined." };
  const attempt = {
    ...terms,
    attemptId: "ch_1",
    paymentIntentId: "pi_1",
    declineCode: "generic_decline",
    failure,
  };

  expect(await wallet.recordAttempt(attempt)).toEqual({ outcome: "recorded", isNew: true });
  expect((await wallet.purchase(terms.purchaseId))?.purchase).toMatchObject({
    state: "quarantined",
    failureMessage: "paid 100, expected 4900",
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
