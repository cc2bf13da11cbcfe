import { env, runInDurableObject } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import { newId } from "../../app/ids";
import { walletOf } from "../../app/wallet/client.server";
import { WalletStorage } from "../../app/wallet/storage";
import { STORAGE_STEPS } from "../../app/wallet/storage-steps";
import type { Wallet } from "../../app/wallet/wallet.server";
import { NOW } from "../sample-time";
import { restart } from "./end-wallet";
import { liveThroughEverything } from "./eventful-wallet";
import { inside, newPurchase, stubOf } from "./open-wallet";
import { asFarAs, dump, rowsOf } from "./stored-wallet";

/** Wallets as each version of the storage left them behind. */
const fixtures = import.meta.glob<string>("./fixtures/*.sql", {
  query: "?raw",
  import: "default",
  eager: true,
});
const versions = Object.entries(fixtures).map(([path, sql]) => ({
  version: Number(/storage-(\d+)/.exec(path)?.[1]),
  sql,
}));

const versionOf = (sql: SqlStorage) =>
  sql.exec<{ version: number }>("SELECT version FROM storage_version").one().version;

/** A wallet that an earlier version wrote and that has slept since. */
async function asleep(sql: string): Promise<string> {
  const customerId = newId("customer");
  await inside(customerId, (storage) => storage.exec(sql));
  return customerId;
}

const storedAt = (version: number) => versions.find((stored) => stored.version === version)?.sql ?? "";

test("today's storage is kept for the code of later, as text", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  const owner = { partnerId: "partner_acme", customerId: "customer_ana" };
  const text = await runInDurableObject(stubOf("customer_ana"), (wallet, { storage }) => {
    liveThroughEverything(wallet as unknown as Wallet, owner);
    return dump(storage.sql);
  });
  vi.useRealTimers();
  await expect(
    text,
    "A step that has shipped is never edited. After adding one, write its fixture: run this file with -u.",
  ).toMatchFileSnapshot(`./fixtures/storage-${STORAGE_STEPS.length}.sql`);
});

test("there is a wallet of every version", () => {
  expect(versions.map(({ version }) => version).sort()).toEqual(STORAGE_STEPS.map((_, at) => at + 1));
});

test.each(versions)(
  "a wallet of storage $version opens today with every row and balance as it was",
  async ({ sql }) => {
    const customerId = await asleep(sql);
    const before = await inside(customerId, (storage) => rowsOf(storage));
    await restart(customerId);

    const after = await inside(customerId, (storage) => rowsOf(storage));
    const { storage_version, ...kept } = before;
    expect(asFarAs(kept, after)).toEqual(kept);
    expect(after.storage_version).toEqual([{ version: STORAGE_STEPS.length }]);
    expect(storage_version).toHaveLength(1);
    await runInDurableObject(stubOf(customerId), (instance) => {
      const wallet = instance as unknown as Wallet;
      expect(wallet.summary(0).balanceMicros).toBe(before.entries?.at(-1)?.balance_after_micros);
      expect(wallet.verify()).toEqual([]);
    });
  },
);

test("a wallet of the first storage works on: what waits is settled, what is credited can be refunded", async () => {
  const customerId = await asleep(storedAt(1));
  await restart(customerId);
  await runInDurableObject(stubOf(customerId), (instance, { storage }) => {
    const wallet = instance as unknown as Wallet;
    const [credited, open] = ["credited", "open"].map((state) => {
      const { purchase_id } =
        storage.sql.exec("SELECT purchase_id FROM purchases WHERE state = ?", state).toArray()[0] ?? {};
      return wallet.purchase(String(purchase_id))?.purchase;
    });
    if (!credited || !open) throw new Error("The fixture has no such purchase");
    const balance = wallet.summary(0).balanceMicros;

    const about = { purchaseId: open.purchaseId, accountId: open.accountId, livemode: open.livemode };
    const sessionId = open.checkoutSessionId ?? "";
    const { priceMinor: amountMinor, currency } = open;
    const paid = {
      amountMinor,
      currency,
      paymentIntentId: "pi_late",
      payment: "paid" as const,
      failure: null,
    };
    expect(wallet.settle({ ...about, sessionId, ...paid })).toMatchObject({ outcome: "credited" });

    const paymentIntentId = credited.paymentIntentId ?? "";
    const refund = {
      refundId: "re_1",
      paymentIntentId,
      amountMinor: credited.priceMinor,
      status: "succeeded" as const,
    };
    expect(
      wallet.recordReversals({
        ...credited,
        paymentIntentId,
        policy: "full",
        refunds: [refund],
        disputes: [],
      }),
    ).toMatchObject({ movedMicros: -credited.creditsMicros });
    expect(wallet.summary(0).balanceMicros).toBe(balance + open.creditsMicros - credited.creditsMicros);
    expect(wallet.verify()).toEqual([]);
  });
});

test("a step that throws half-way leaves the version before whole, however often it is tried", async () => {
  const customerId = await asleep(storedAt(1));
  await inside(customerId, (sql, { storage }) => {
    const before = dump(sql);
    for (let tries = 0; tries < 20; tries += 1) {
      const [first = "", second = ""] = STORAGE_STEPS;
      const half = [
        first,
        second,
        "CREATE TABLE half (x INTEGER) STRICT; DELETE FROM outbox; SELECT x FROM nowhere",
      ];
      expect(() => storage.transactionSync(() => new WalletStorage(sql).migrate(half))).toThrow(
        "no such table: nowhere",
      );
    }
    expect(dump(sql)).toBe(before);
    expect(versionOf(sql)).toBe(1);
  });
  await restart(customerId);
  expect(await inside(customerId, versionOf)).toBe(STORAGE_STEPS.length);
});

test("a wallet that dies in the middle of a migration, at any of twenty places, wakes whole and finishes it", async () => {
  const [, second = ""] = STORAGE_STEPS;
  // A trigger's body and its end stand on one line, so that only whole statements end lines.
  const statements = second.split(/;\n/).filter((text) => text.trim());
  for (let kill = 0; kill < 20; kill += 1) {
    const customerId = await asleep(storedAt(1));
    const before = await inside(customerId, rowsOf);
    const migration = inside(customerId, (sql, state) =>
      state.storage.transactionSync(() => {
        for (const statement of statements.slice(0, 1 + (kill % statements.length))) sql.exec(statement);
        state.abort("killed by a test");
      }),
    );
    await expect(migration).rejects.toThrow("killed by a test");

    const { storage_version: _, ...kept } = before;
    const after = await inside(customerId, rowsOf);
    expect(asFarAs(kept, after)).toEqual(kept);
    expect(after.storage_version).toEqual([{ version: STORAGE_STEPS.length }]);
  }
});

test("code that was taken back leaves a wallet of newer storage as new as it is", async () => {
  const customerId = newId("customer");
  const { terms, paid } = newPurchase(customerId);
  const wallet = walletOf(env.WALLET, customerId);
  await wallet.openPurchase(terms, "click");
  await inside(customerId, (sql) => sql.exec("UPDATE storage_version SET version = 99"));
  await restart(customerId);
  expect(await wallet.settle(paid)).toMatchObject({ outcome: "credited" });
  expect(await inside(customerId, versionOf)).toBe(99);
});
