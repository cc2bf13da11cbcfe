import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { walletOf } from "../../app/wallet/client.server";
import { creditedWallet, inside, newPurchase } from "./open-wallet";

/** Many additions by hand behind what is there, as years of them would leave them. */
const addEntries = (customerId: string, count: number) =>
  inside(customerId, (sql) =>
    sql.exec(
      `WITH RECURSIVE years (seq) AS (SELECT 2 UNION ALL SELECT seq + 1 FROM years WHERE seq <= ?)
       INSERT INTO entries (seq, idempotency_key, kind, amount_micros, balance_after_micros, reference, actor, note, at)
       SELECT seq, 'years:' || seq, 'manual_add', 1, 1000000000 + seq - 1, 'x', 'member', '', 1 FROM years`,
      count,
    ),
  );

test("narrowed to a type, a long history is looked through in steps, and nothing of it is missed", async () => {
  const { customerId, wallet, terms } = await creditedWallet();
  await addEntries(customerId, 5_100);
  await wallet.adjust({ ...terms, formId: "last", amountMicros: -1, note: "Taken", actor: "member" });

  const first = await wallet.history(null, 25, "Deducted");
  expect(first).toMatchObject({ entries: [{ note: "Taken" }], next: 103 });
  expect(await wallet.history(first.next, 25, "Deducted")).toEqual({ entries: [], next: null });

  let added = 0;
  for (let before: number | null = null, pages = 0; pages === 0 || before; pages += 1) {
    const page = await wallet.history(before, 1_000, "Added");
    added += page.entries.length;
    before = page.next;
  }
  expect(added).toBe(5_101);
});

test("nothing was used where no usage is, and a look for it ends at once", async () => {
  const { customerId, wallet } = await creditedWallet();
  await addEntries(customerId, 5_100);

  expect(await wallet.history(null, 25, "Used")).toEqual({ entries: [], next: null });
  expect((await wallet.summary(1)).usedMicros).toBe(0);
});

test("purchases come newest first and each once, with what went back of their money", async () => {
  const customerId = newId("customer");
  const wallet = walletOf(env.WALLET, customerId);
  expect(await wallet.purchases(null, 2)).toEqual({ purchases: [], next: null });

  const made: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    const { terms, paid } = newPurchase(customerId);
    await wallet.openPurchase(terms, `click ${at}`);
    await wallet.settle({ ...paid, paymentIntentId: `pi_${at}` });
    made.unshift(terms.purchaseId);
  }
  await wallet.recordReversals({
    ...newPurchase(customerId).paid,
    purchaseId: made[0] ?? "",
    paymentIntentId: "pi_4",
    policy: "manual",
    refunds: [{ refundId: "re_1", paymentIntentId: "pi_4", amountMinor: 900, status: "succeeded" }],
    disputes: [],
  });

  const first = await wallet.purchases(null, 2);
  expect(first.purchases[0]?.money).toEqual({ refundedMinor: 900, disputedMinor: 0 });
  const second = await wallet.purchases(first.next, 2);
  const third = await wallet.purchases(second.next, 2);
  expect(
    [first, second, third].flatMap((page) => page.purchases.map((one) => one.purchase.purchaseId)),
  ).toEqual(made);
  expect(third.next).toBeNull();
});

test("B24 before a click are the purchases of its plan, and none when the click has its own", async () => {
  const customerId = newId("customer");
  const wallet = walletOf(env.WALLET, customerId);
  expect(await wallet.purchasesBefore("plan_1", "click")).toEqual([]);
  const { terms } = newPurchase(customerId);
  await wallet.openPurchase(terms, "click");

  expect(await wallet.purchasesBefore("plan_1", "click")).toEqual([]);
  expect(await wallet.purchasesBefore("plan_2", "other")).toEqual([]);
  expect(await wallet.purchasesBefore("plan_1", "other")).toMatchObject([
    { purchase: { purchaseId: terms.purchaseId } },
  ]);
});
