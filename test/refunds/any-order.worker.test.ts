import { runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import type { DisputeFacts, RefundFacts, RefundPolicy } from "../../app/refunds/reversal";
import type { Wallet } from "../../app/wallet/wallet.server";
import { newPurchase, stubOf } from "../wallet/open-wallet";
import { disputeOf, refundOf } from "./sample-reversals";

// Five thousand orders of each history take a while, on a machine that does other things too.
const PATIENCE_MS = 180_000;

// Stripe delivers in any order and any number. Whatever happened to a payment, its credits end the same.

type Event = "paid" | { refund: Partial<RefundFacts> } | { dispute: Partial<DisputeFacts> };

const third = { amountMinor: 1_633 };
const HISTORIES: { name: string; events: Event[]; left: number }[] = [
  {
    name: "a refund that succeeds, one that fails, and a dispute that is won",
    events: [
      "paid",
      { refund: { refundId: "re_1", ...third, status: "pending" } },
      { refund: { refundId: "re_1", ...third, status: "succeeded" } },
      { refund: { refundId: "re_2", amountMinor: 1_000, status: "succeeded" } },
      { refund: { refundId: "re_2", amountMinor: 1_000, status: "failed" } },
      { dispute: { amountMinor: 2_000, status: "needs_response", moves: 1 } },
      { dispute: { amountMinor: 2_000, status: "won", moves: 2 } },
    ],
    left: 666_734_694,
  },
  {
    name: "three refunds that add up to all, and a dispute that was lost after a part",
    events: [
      "paid",
      { refund: { refundId: "re_1", ...third } },
      { refund: { refundId: "re_2", ...third } },
      { refund: { refundId: "re_3", amountMinor: 1_634 } },
      { dispute: { disputeId: "du_1", status: "warning_needs_response", moves: 0 } },
      { dispute: { disputeId: "du_1", status: "needs_response", moves: 1 } },
      { dispute: { disputeId: "du_1", status: "lost", moves: 1 } },
    ],
    left: 0,
  },
  {
    name: "an inquiry, and a small refund",
    events: [
      "paid",
      { dispute: { status: "warning_needs_response", moves: 0 } },
      { dispute: { status: "warning_closed", moves: 0 } },
      { refund: { amountMinor: 49, status: "succeeded" } },
    ],
    left: 990_000_000,
  },
];

test.each(HISTORIES)(
  "in every order, and every event twice: $name",
  async ({ events, left }) => {
    const orders = permutations(events);
    expect(await endsOf("full", orders)).toEqual([`${left} of a balance of ${left}`]);
    const some = orders.filter((_, index) => index % 7 === 0);
    expect(await endsOf("available", some)).toEqual([`${left} of a balance of ${left}`]);
  },
  PATIENCE_MS,
);

test.each(HISTORIES)(
  "by the policy manual nothing moves, and the same is due: $name",
  async ({ events, left }) => {
    const customerId = newId("customer");
    const dues = await runInDurableObject(stubOf(customerId), (instance) => {
      const wallet = instance as unknown as Wallet;
      return permutations(events)
        .filter((_, index) => index % 7 === 0)
        .map((order) => {
          const { terms } = tell(wallet, customerId, "manual", order);
          const { standing } = wallet.refundCase(terms.purchaseId) ?? {};
          return standing?.dueMicros;
        });
    });
    expect(new Set(dues)).toEqual(new Set([1_000_000_000 - left]));
  },
);

/** The different ends to which a purchase comes when its events arrive in these orders. */
async function endsOf(policy: RefundPolicy, orders: Event[][]): Promise<string[]> {
  const customerId = newId("customer");
  const ends = await runInDurableObject(stubOf(customerId), (instance) => {
    const wallet = instance as unknown as Wallet;
    const twice = (order: Event[]) => order.flatMap((event, index) => [event, order[index - 1] ?? event]);
    return orders.map((order) => live(wallet, customerId, policy, [...twice(order), ...order.slice(-1)]));
  });
  return [...new Set(ends)];
}

/** One purchase from its opening to its end; answers what is left of it, and empties the wallet for the next. */
function live(wallet: Wallet, customerId: string, policy: RefundPolicy, told: Event[]): string {
  const { terms, entries } = tell(wallet, customerId, policy, told);
  const ofPurchase = entries.filter(({ reference }) => reference === terms.purchaseId);
  const left = ofPurchase.reduce((sum, { amountMicros }) => sum + amountMicros, 0);
  const { balanceMicros } = wallet.summary(0);
  const emptying = {
    partnerId: terms.partnerId,
    customerId,
    formId: terms.purchaseId,
    note: "-",
    actor: "-",
  };
  if (balanceMicros > 0) wallet.adjust({ ...emptying, amountMicros: -balanceMicros });
  return `${left} of a balance of ${balanceMicros}`;
}

function tell(wallet: Wallet, customerId: string, policy: RefundPolicy, told: Event[]) {
  const { terms, paid } = newPurchase(customerId);
  wallet.openPurchase(terms, terms.purchaseId);
  const { purchaseId, accountId, livemode } = terms;
  // Ids are Stripe's and name one object each, so every purchase has its own.
  const own = (id: string) => `${id}_${purchaseId}`;
  const paymentIntentId = own("pi");
  for (const event of told) {
    if (event === "paid") {
      wallet.settle({ ...paid, paymentIntentId });
      continue;
    }
    const refunds = "refund" in event ? [refundOf({ ...event.refund, paymentIntentId })] : [];
    const disputes = "dispute" in event ? [disputeOf({ ...event.dispute, paymentIntentId })] : [];
    wallet.recordReversals({
      ...{ purchaseId, accountId, livemode, paymentIntentId, policy },
      refunds: refunds.map((refund) => ({ ...refund, refundId: own(refund.refundId) })),
      disputes: disputes.map((dispute) => ({ ...dispute, disputeId: own(dispute.disputeId) })),
    });
  }
  return { terms, entries: wallet.history(null, 40).entries };
}

function permutations<T>(things: readonly T[]): T[][] {
  if (things.length <= 1) return [[...things]];
  return things.flatMap((first, index) =>
    permutations([...things.slice(0, index), ...things.slice(index + 1)]).map((rest) => [first, ...rest]),
  );
}
