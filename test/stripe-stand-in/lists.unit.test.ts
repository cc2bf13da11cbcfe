import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningStandIn, runStandIn } from "./run-stand-in";
import { newSession, paidPayment } from "./shopping";

let standIn: RunningStandIn;
let stripe: Stripe;
let now_s: number;
let early: Awaited<ReturnType<typeof paidPayment>>;
let late: Awaited<ReturnType<typeof paidPayment>>;

const HOUR_S = 3_600;

/** Two payments, each refunded in part and disputed, an hour apart. */
beforeAll(async () => {
  standIn = await runStandIn();
  stripe = standIn.stripe(await standIn.openAccount());
  early = await paidPayment(standIn, stripe);
  await goesBack(early.intent);
  ({ now: now_s } = await standIn.control<{ now: number }>("clock", { advance_seconds: HOUR_S }));
  late = await paidPayment(standIn, stripe);
  await goesBack(late.intent);
}, 30_000);
afterAll(() => standIn.stop());

async function goesBack(intent: string) {
  await standIn.control(`payments/${intent}/refund`, { amount: 900 });
  await standIn.control(`payments/${intent}/dispute`);
}

test.each(["sessions", "refunds", "disputes"] as const)(
  "%s are listed by when they were created",
  async (kind) => {
    const list = { sessions: stripe.checkout.sessions, refunds: stripe.refunds, disputes: stripe.disputes }[
      kind
    ];
    const paymentsOf = async (created?: Stripe.RangeQueryParam) => {
      const { data } = await list.list(created ? { created } : {});
      return data.map(({ payment_intent }) => payment_intent);
    };
    expect(await paymentsOf()).toEqual([late.intent, early.intent]);
    expect(await paymentsOf({ gte: now_s - HOUR_S / 2 })).toEqual([late.intent]);
    expect(await paymentsOf({ lt: now_s - HOUR_S / 2 })).toEqual([early.intent]);
    expect(await paymentsOf({ gte: now_s - HOUR_S / 2, lte: now_s - HOUR_S / 4 })).toEqual([]);
  },
);

test.each(["refunds", "disputes"] as const)(
  "%s are listed with their payments when these are asked for",
  async (kind) => {
    const { data } = await stripe[kind].list({ expand: ["data.payment_intent"] });
    expect(data).toMatchObject([
      { payment_intent: { id: late.intent, metadata: { purchase: "purchase_1" } } },
      { payment_intent: { id: early.intent } },
    ]);
  },
);

test("a list goes on after its last, page by page, in the same time", async () => {
  for (let more = 0; more < 3; more += 1) await stripe.checkout.sessions.create(newSession());
  const created = { gte: now_s - HOUR_S / 2 };
  const first = await stripe.checkout.sessions.list({ created, limit: 3 });
  expect(first.has_more).toBe(true);
  const after = first.data.at(-1)?.id ?? "";
  const rest = await stripe.checkout.sessions.list({ created, limit: 3, starting_after: after });
  expect([rest.has_more, rest.data.map(({ id }) => id)]).toEqual([false, [late.session.id]]);
});
