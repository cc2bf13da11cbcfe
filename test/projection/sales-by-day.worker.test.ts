import { env, runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { differences } from "../../app/projection/differences";
import type { Wallet } from "../../app/wallet/wallet.server";
import { openDatabase } from "../../db/client.server";
import { forgetCopies, readCopies } from "../../db/customer-copies.server";
import { type CustomerCopies, writeWalletCopy } from "../../db/projection.server";
import { liveThroughEverything } from "../wallet/eventful-wallet";
import { stubOf } from "../wallet/open-wallet";

const db = openDatabase(env.DB);

/** Everything that a wallet would have told D1, one copy after each change of its life. */
async function copiesOfALife() {
  const owner = { customerId: newId("customer"), partnerId: `partner_${crypto.randomUUID()}` };
  const copies = await runInDurableObject(stubOf(owner.customerId), async (instance, { storage }) => {
    const wallet = instance as unknown as Wallet;
    const seen: CustomerCopies[] = [];
    liveThroughEverything(wallet, owner, () => seen.push(structuredClone(wallet.copy()) as CustomerCopies));
    // Only the test tells D1 of this wallet.
    await storage.deleteAlarm();
    return seen;
  });
  return { ...owner, copies };
}

const told = (copies: CustomerCopies) => writeWalletCopy(db, { ...copies, emails: [], fall: null });

/** The roll-up of a partner, in the words of the sums below; days on which nothing is left count for nothing. */
async function rollUpOf(partnerId: string) {
  const { results } = await env.DB.prepare(
    `SELECT day, currency, plan_id AS planId, sold, returned, credits_micros AS creditsMicros, gross_minor AS grossMinor,
       refunded_minor AS refundedMinor, disputed_minor AS disputedMinor, platform_fee_minor AS feeMinor
     FROM sales_by_day WHERE partner_id = ? AND sold <> 0 ORDER BY day`,
  )
    .bind(partnerId)
    .all();
  return results;
}

/** What customers' own sums say, of one who bought in one currency. */
async function customerSumsOf(partnerId: string) {
  const { results } = await env.DB.prepare(
    `SELECT customer_id AS customerId, currency, sold, gross_minor AS grossMinor, refunded_minor AS refundedMinor,
       disputed_minor AS disputedMinor
     FROM sales_by_customer WHERE partner_id = ? AND sold <> 0`,
  )
    .bind(partnerId)
    .all();
  return results;
}

/** What they must say, added up one by one. */
function customerSums({ purchases }: CustomerCopies) {
  const bought = purchases.filter(({ creditedAt }) => creditedAt !== null);
  const sum = (amount: (purchase: CustomerCopies["purchases"][number]) => number) =>
    bought.reduce((total, purchase) => total + amount(purchase), 0);
  const [first] = bought;
  if (!first) return [];
  const { customerId, currency } = first;
  return [
    {
      ...{ customerId, currency, sold: bought.length },
      grossMinor: sum(({ paidMinor, priceMinor }) => paidMinor ?? priceMinor),
      refundedMinor: sum(({ refundedMinor }) => refundedMinor),
      disputedMinor: sum(({ disputedMinor }) => disputedMinor),
    },
  ];
}

/** What the roll-up must say of these purchases, added up one by one. */
function sumsOf({ purchases }: CustomerCopies) {
  const days = new Map<string, Record<string, number | string>>();
  for (const { creditedAt, ...purchase } of purchases) {
    if (creditedAt === null) continue;
    const day = new Date(creditedAt).toISOString().slice(0, 10);
    const paid = purchase.paidMinor ?? purchase.priceMinor;
    const {
      currency,
      planId,
      creditsMicros,
      refundedMinor,
      disputedMinor,
      platformFeeMinor: feeMinor,
    } = purchase;
    const returned = Number(refundedMinor + disputedMinor >= paid);
    const added = {
      sold: 1,
      returned,
      creditsMicros,
      grossMinor: paid,
      refundedMinor,
      disputedMinor,
      feeMinor,
    };
    const sum = days.get(day) ?? { day, currency, planId };
    for (const [name, value] of Object.entries(added)) sum[name] = Number(sum[name] ?? 0) + value;
    days.set(day, sum);
  }
  return [...days.values()];
}

test("F1 whatever is copied, twice, out of order or not at all, sales by day and by customer are sums over the purchases", async () => {
  const { customerId, partnerId, copies } = await copiesOfALife();
  const some = fc.array(fc.nat(copies.length - 1), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(some, async (order) => {
      await forgetCopies(db, partnerId, customerId);
      for (const at of order) await told(copies[at] as CustomerCopies);

      const copied = await readCopies(db, partnerId, customerId);
      expect(await rollUpOf(partnerId)).toEqual(sumsOf(copied));
      expect(await customerSumsOf(partnerId)).toEqual(customerSums(copied));
      // The newest that was told is what is there, whenever it came.
      expect(differences(copies[Math.max(...order)] as CustomerCopies, copied)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test("copies of a whole life, in order: cases are whole, amounts follow, and the sums are those of the last", async () => {
  const { customerId, partnerId, copies } = await copiesOfALife();
  for (const copy of copies) await told(copy);

  const copied = await readCopies(db, partnerId, customerId);
  expect(differences(copies.at(-1) as CustomerCopies, copied)).toEqual([]);
  const amounts = Object.fromEntries(
    copied.purchases.map(({ id, ...money }) => [id.split("_").at(-1), money] as const),
  );
  expect(amounts.kept).toMatchObject({ refundedMinor: 2_450, disputedMinor: 0 });
  expect(amounts.taken).toMatchObject({ refundedMinor: 4_900, disputedMinor: 0 });
  expect(amounts.won).toMatchObject({ refundedMinor: 0, disputedMinor: 0 });
  expect(amounts.released).toMatchObject({ paidMinor: 4_800, priceMinor: 4_900 });
  const standing = copied.cases.map(({ purchaseId, dueMicros, takenMicros, keptMicros }) => [
    purchaseId.split("_").at(-1),
    ...[dueMicros, takenMicros, keptMicros].map((micros) => micros / 1_000_000),
  ]);
  expect(Object.fromEntries(standing.map(([name, ...rest]) => [name, rest]))).toEqual({
    kept: [0, 0, 500],
    taken: [0, 1_000, 0],
    won: [0, 0, 0],
    used: [0, 700, 300],
    waiting: [204.081633, 0, 0],
  });
  expect(await rollUpOf(partnerId)).toMatchObject([
    { sold: 6, returned: 2, grossMinor: 5 * 4_900 + 4_800, refundedMinor: 2_450 + 4_900 + 4_900 + 1_000 },
  ]);

  await forgetCopies(db, partnerId, customerId);
  expect(await rollUpOf(partnerId)).toEqual([]);
  expect(await customerSumsOf(partnerId)).toEqual([]);
  expect(await readCopies(db, partnerId, customerId)).toEqual({
    purchases: [],
    attempts: [],
    cases: [],
    entries: [],
    balance: null,
  });
});
