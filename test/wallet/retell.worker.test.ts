import { env, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { walletOf } from "../../app/wallet/client.server";
import type { Wallet } from "../../app/wallet/wallet.server";
import { openDatabase } from "../../db/client.server";
import { readCopies } from "../../db/customer-copies.server";
import { liveThroughEverything } from "./eventful-wallet";
import { copied, creditedWallet, inside, stubOf } from "./open-wallet";

const ownerOf = (customerId: string) => ({ partnerId: "partner_of_wallet_tests", customerId });

test("a wallet in which nothing was opened has nothing to tell, breaks no rule, and stays without a trace", async () => {
  const customerId = newId("customer");
  const wallet = walletOf(env.WALLET, customerId);
  expect(await wallet.retell()).toEqual({ outcome: "nothing" });
  expect(await wallet.copy()).toBeNull();
  expect(await wallet.untold()).toBe(0);
  expect(await wallet.verify()).toEqual([]);
  const nothing = { purchases: [], attempts: [], cases: [], entries: [], balance: null };
  expect(await wallet.restore(ownerOf(customerId), nothing)).toEqual({ outcome: "nothing_copied" });
  expect(await inside(customerId, (sql) => sql.exec("SELECT name FROM sqlite_master").toArray())).toEqual([]);
});

test("after everything that can happen to it, a wallet breaks none of its rules", async () => {
  const customerId = newId("customer");
  await runInDurableObject(stubOf(customerId), (instance) => {
    const wallet = instance as unknown as Wallet;
    liveThroughEverything(wallet, ownerOf(customerId), () => expect(wallet.verify()).toEqual([]));
  });
});

test("a rule that is broken past the rules is named", async () => {
  const { customerId, wallet, terms } = await creditedWallet();
  await inside(customerId, (sql) => sql.exec("UPDATE purchases SET state = 'open'"));
  expect(await wallet.verify()).toEqual([
    { invariant: "purchases_and_entries_agree", about: terms.purchaseId },
  ]);
});

test("what is told again behind news leaves the newest balance in the copy", async () => {
  const { customerId, wallet } = await creditedWallet();
  await copied(customerId);
  await env.DB.prepare("DELETE FROM customer_balances WHERE customer_id = ?").bind(customerId).run();
  await runInDurableObject(stubOf(customerId), (instance) => {
    const held = instance as unknown as Wallet;
    const about = { formId: "form_1", note: "Gift", actor: "member_olivia" };
    held.adjust({ ...ownerOf(customerId), ...about, amountMicros: 5 });
    expect(held.retell()).toEqual({ outcome: "retold", purchases: 1, entries: 2 });
  });
  await copied(customerId);
  const { balance } = await readCopies(openDatabase(env.DB), "partner_of_wallet_tests", customerId);
  expect(balance).toMatchObject({ balanceMicros: 1_000_000_005, lastSeq: 2 });
  expect(await wallet.untold()).toBe(0);
});

test("news that wait while everything is told again are still news: their receipt goes out, once", async () => {
  const { customerId, wallet, terms } = await creditedWallet();
  await wallet.retell();
  await wallet.retell();
  await copied(customerId);
  const { results } = await env.DB.prepare("SELECT kind FROM emails WHERE subject_id = ?")
    .bind(terms.purchaseId)
    .all();
  expect(results).toEqual([{ kind: "receipt" }]);
});
