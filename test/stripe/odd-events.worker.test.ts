import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import type { Checkout, Customer } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import { deliver } from "./deliver";
import { paidEvent } from "./sample-events";

/** Signed by one of our secrets, and all the same nothing that Stripe's own types allow. */
type Odd = ReturnType<typeof paidEvent> & Record<string, unknown>;

async function paidPurchase(): Promise<{ ana: Customer; checkout: Checkout; event: Odd }> {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  const { purchaseId, sessionId } = checkout;
  return {
    ana,
    checkout,
    event: paidEvent({ account: shop.accountId, customerId: ana.id, purchaseId, sessionId }),
  };
}

const withObject = (event: Odd, change: object): Odd =>
  ({ ...event, data: { object: { ...event.data.object, ...change } } }) as Odd;

const UNREADABLE: [what: string, change: object, field: string][] = [
  ["metadata that is a list", { metadata: [] }, "metadata"],
  ["a customer that is a list of one", { metadata: { customer_id: ["customer_1"] } }, "metadata.customer_id"],
  ["an amount in words", { amount_total: "4900" }, "amount_total"],
  ["an amount with a fraction", { amount_total: 4_900.5 }, "amount_total"],
  ["an amount below zero", { amount_total: -4_900 }, "amount_total"],
  ["a currency that is a number", { currency: 840 }, "currency"],
  ["a payment that is a number", { payment_intent: 7 }, "payment_intent"],
  ["no payment status", { payment_status: undefined }, "payment_status"],
];

for (const [what, change, field] of UNREADABLE) {
  test(`${what}: nothing is credited, Stripe hears 200, and the log says which field`, async () => {
    const { ana, event } = await paidPurchase();
    const odd = withObject(event, change);

    expect(await deliver(odd)).toEqual({ status: 200, body: { received: true, outcome: "quarantined" } });
    expect(await ana.entries()).toEqual([]);
    const detail = await env.DB.prepare("SELECT detail FROM webhook_events WHERE event_id = ?")
      .bind(odd.id)
      .first("detail");
    expect(detail).toContain(`data.object.${field}`);

    expect(await deliver({ ...event, id: `${event.id}_as_it_should_be` })).toMatchObject({ status: 200 });
    expect(await ana.entries()).toHaveLength(1);
  });
}

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);

const NO_EVENTS: [what: string, change: object][] = [
  ["no livemode", { livemode: undefined }],
  ["a livemode in words", { livemode: "false" }],
  ["an account that is an object", { account: { id: "acct_1" } }],
  ["no data", { data: null }],
  ["an object that is a list", { data: { object: [] } }],
  ["an empty id", { id: "" }],
  ["an account that no header can carry", { account: "acct_\u0000" }],
  ["more depth than the log can keep", { deep: deep(300) }],
];

for (const [what, change] of NO_EVENTS) {
  test(`${what} is no event: 400, and nothing is credited`, async () => {
    const { ana, event } = await paidPurchase();

    expect(await deliver({ ...event, ...change })).toMatchObject({
      status: 400,
      body: { error: { code: "not_an_event" } },
    });
    expect(await ana.entries()).toEqual([]);
  });
}

test("a failed payment without metadata is kept and answered 200", async () => {
  const { event } = await paidPurchase();
  const failed = { ...event, type: "payment_intent.payment_failed", data: { object: { id: "pi_1" } } };
  expect(await deliver(failed)).toEqual({ status: 200, body: { received: true, outcome: "quarantined" } });
});

const ODD_REVERSALS: [type: string, object: object, field: string][] = [
  ["refund.created", { amount: -1 }, "amount"],
  ["refund.updated", { amount: 0.5 }, "amount"],
  ["refund.failed", { amount: "4900" }, "amount"],
  ["charge.refunded", { payment_intent: ["pi_1"] }, "payment_intent"],
  ["refund.created", { payment_intent: "pi_\ud800" }, "payment_intent"],
  ["charge.dispute.created", { amount: 9e15 + 0.5e16 }, "amount"],
  ["charge.dispute.closed", { status: null }, "status"],
  ["charge.dispute.funds_withdrawn", { balance_transactions: {} }, "balance_transactions"],
];

test.each(ODD_REVERSALS)(
  "%s with %j moves nothing, and the log says which field",
  async (type, change, field) => {
    const { ana, checkout, event } = await paidPurchase();
    await checkout.pays();
    const { payment_intent } = await stripe.read<{ payment_intent: string }>(
      `checkout/sessions/${checkout.sessionId}`,
      ana.shop.accountId,
    );
    const object = { id: "re_1", amount: 4_900, payment_intent, status: "succeeded", ...change };
    const odd = { ...event, type, data: { object } } as unknown as Odd;
    expect(await deliver(odd)).toEqual({ status: 200, body: { received: true, outcome: "quarantined" } });
    expect(await ana.wallet((wallet) => wallet.refundCase(checkout.purchaseId))).toBeNull();
    const logged = env.DB.prepare("SELECT detail FROM webhook_events WHERE event_id = ?").bind(odd.id);
    expect(await logged.first("detail")).toContain(`data.object.${field}`);
  },
);
