import { env, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import type { Wallet } from "../../app/wallet/wallet.server";
import { copied, creditedWallet, inside, stubOf } from "./open-wallet";

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
