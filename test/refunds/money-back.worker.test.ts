import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import type { RefundPolicy } from "../../app/refunds/reversal";
import { stripe } from "../shop/outside";
import type { Customer } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";

interface Sale {
  shop: Shop;
  ana: Customer;
  purchaseId: string;
  paymentIntent: string;
}

/** Ana has bought the Starter Pack: 1,000 credits for $49. */
async function sellTo(policy: RefundPolicy): Promise<Sale> {
  const shop = await openShop({ plans: [starterPack] });
  await env.DB.prepare("UPDATE partners SET refund_policy = ? WHERE id = ?")
    .bind(policy, shop.partnerId)
    .run();
  const ana = await shop.customer();
  return { shop, ana, ...(await buys(ana)) };
}

async function buys(customer: Customer) {
  const checkout = await customer.chooses("Starter Pack");
  await checkout.pays();
  const path = `checkout/sessions/${checkout.sessionId}`;
  const session = await stripe.read<{ payment_intent: string }>(path, customer.shop.accountId);
  return { purchaseId: checkout.purchaseId, paymentIntent: session.payment_intent };
}

const spends = (ana: Customer, credits: number) =>
  ana.wallet((wallet) =>
    wallet.adjust({
      partnerId: ana.shop.partnerId,
      customerId: ana.id,
      formId: `spent_${credits}`,
      amountMicros: -credits * 1_000_000,
      note: "Spent",
      actor: "test",
    }),
  );

const amounts = async (ana: Customer) =>
  (await ana.entries()).map(({ kind, amount_micros }) => `${kind} ${amount_micros / 1_000_000}`);

const caseOf = ({ ana, purchaseId }: Sale) => ana.wallet((wallet) => wallet.refundCase(purchaseId)?.standing);

const newest = async ({ shop }: Sale, type: string) => (await stripe.events(shop.accountId, type))[0];

test("L108, X11 a refund in Stripe changes no balance by itself, and opens a case with what is due", async () => {
  const sale = await sellTo("manual");
  await stripe.refund(sale.paymentIntent);

  expect((await sale.ana.sees()).balance).toBe("1,000");
  expect(await caseOf(sale)).toEqual({ dueMicros: 1_000_000_000, takenMicros: 0, keptMicros: 0 });
});

test("L109 B9 refunds of 10 %, 15 % and the rest: what is due follows their sum", async () => {
  const sale = await sellTo("manual");
  await stripe.refund(sale.paymentIntent, 490);
  expect(await caseOf(sale)).toMatchObject({ dueMicros: 100_000_000 });
  await stripe.refund(sale.paymentIntent, 735);
  expect(await caseOf(sale)).toMatchObject({ dueMicros: 250_000_000 });
  await stripe.refund(sale.paymentIntent);
  expect(await caseOf(sale)).toMatchObject({ dueMicros: 1_000_000_000 });
});

test("B8 `available` takes what is left of the credits, and the rest is the partner's loss", async () => {
  const sale = await sellTo("available");
  await spends(sale.ana, 700);
  await stripe.refund(sale.paymentIntent);

  expect(await amounts(sale.ana)).toEqual(["purchase 1000", "manual_deduct -700", "refund_clawback -300"]);
  expect(await caseOf(sale)).toMatchObject({
    dueMicros: 0,
    takenMicros: 300_000_000,
    keptMicros: 700_000_000,
  });
});

test("B11 `full` takes all, below zero; nothing can be used until it is repaid, and a purchase repays", async () => {
  const sale = await sellTo("full");
  await spends(sale.ana, 700);
  await stripe.refund(sale.paymentIntent);
  const { balance, page } = await sale.ana.sees();
  expect(balance).toBe("-700");
  expect(page.text).toContain("You owe 700 credits");
  expect(await spends(sale.ana, 1)).toMatchObject({ outcome: "insufficient_credits" });

  await buys(sale.ana);
  expect((await sale.ana.sees()).balance).toBe("300");
  expect(await spends(sale.ana, 2)).toMatchObject({ outcome: "adjusted" });
});

test("a refund that fails gives back what was taken for it", async () => {
  const sale = await sellTo("full");
  await stripe.refund(sale.paymentIntent, 2_450, "refund_pending");
  const created = await newest(sale, "refund.created");
  expect(await amounts(sale.ana)).toEqual(["purchase 1000", "refund_clawback -500"]);

  await stripe.endRefund(created?.data.object.id ?? "", "fail");
  expect(await amounts(sale.ana)).toEqual(["purchase 1000", "refund_clawback -500", "reinstate 500"]);
  expect((await sale.ana.sees()).balance).toBe("1,000");
});

test("a disputed payment takes its credits, and a dispute that is won gives them back", async () => {
  const sale = await sellTo("full");
  await stripe.dispute(sale.paymentIntent);
  expect(await amounts(sale.ana)).toEqual(["purchase 1000", "dispute_clawback -1000"]);

  const dispute = await newest(sale, "charge.dispute.created");
  await stripe.endDispute(dispute?.data.object.id ?? "", "win");
  expect(await amounts(sale.ana)).toEqual(["purchase 1000", "dispute_clawback -1000", "reinstate 1000"]);
});

test("B10 a dispute that was won and then a refund: the credits are taken once", async () => {
  const sale = await sellTo("full");
  await stripe.dispute(sale.paymentIntent);
  const dispute = await newest(sale, "charge.dispute.created");
  await stripe.endDispute(dispute?.data.object.id ?? "", "win");
  await stripe.refund(sale.paymentIntent);
  expect((await sale.ana.sees()).balance).toBe("0");
});

test("a dispute that is lost stays taken, and an inquiry moves nothing", async () => {
  const lost = await sellTo("full");
  await stripe.dispute(lost.paymentIntent);
  await stripe.endDispute((await newest(lost, "charge.dispute.created"))?.data.object.id ?? "", "lose");
  expect(await amounts(lost.ana)).toEqual(["purchase 1000", "dispute_clawback -1000"]);

  const asked = await sellTo("full");
  await stripe.dispute(asked.paymentIntent, "inquiry");
  await stripe.endDispute((await newest(asked, "charge.dispute.created"))?.data.object.id ?? "", "lose");
  expect(await amounts(asked.ana)).toEqual(["purchase 1000"]);
});

test("every event of a refund and a dispute again, all at once: nothing moves", async () => {
  const sale = await sellTo("full");
  await stripe.refund(sale.paymentIntent, 1_000);
  await stripe.dispute(sale.paymentIntent);
  const before = await amounts(sale.ana);
  for (const type of [
    "refund.created",
    "charge.refunded",
    "charge.dispute.created",
    "charge.dispute.funds_withdrawn",
  ]) {
    await stripe.resend((await newest(sale, type))?.id ?? "", { times: 4, parallel: true });
  }
  expect(await amounts(sale.ana)).toEqual(before);
});

test("T22 a payment that was refunded before we heard of it is credited and taken back at once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  await env.DB.prepare("UPDATE partners SET refund_policy = 'full' WHERE id = ?").bind(shop.partnerId).run();
  const ana = await shop.customer();
  await stripe.fault({ action: "hold", type: "checkout.session.completed", times: 1 });
  const { paymentIntent } = await buys(ana);
  await stripe.refund(paymentIntent, 2_450);
  expect(await amounts(ana)).toEqual([]);

  await stripe.deliver();
  expect(await amounts(ana)).toEqual(["purchase 1000", "refund_clawback -500"]);
});

test("B20 a refund on an account that has disconnected us is taken from the signed event, without asking", async () => {
  const sale = await sellTo("full");
  await sale.ana.walletIsCopied();
  await stripe.fault({ action: "hold", type: "refund.created", times: 1 });
  await stripe.refund(sale.paymentIntent);
  await stripe.changeAccount(sale.shop.accountId, "deauthorize");
  await stripe.deliver();
  expect((await sale.ana.sees()).balance).toBe("0");
});

test("T17 another partner's refund that names this purchase's payment changes nothing here", async () => {
  const [sale, thief] = [await sellTo("full"), await openShop()];
  const report = {
    purchaseId: sale.purchaseId,
    livemode: false,
    policy: "full" as const,
    disputes: [],
    refunds: [
      {
        refundId: "re_evil",
        paymentIntentId: sale.paymentIntent,
        amountMinor: 4_900,
        status: "succeeded" as const,
      },
    ],
  };
  const { ana, shop, paymentIntent } = sale;
  const foreign = await ana.wallet((wallet) =>
    wallet.recordReversals({ ...report, accountId: thief.accountId, paymentIntentId: paymentIntent }),
  );
  expect(foreign).toMatchObject({ outcome: "refused", reason: expect.stringContaining(thief.accountId) });
  const other = await ana.wallet((wallet) =>
    wallet.recordReversals({ ...report, accountId: shop.accountId, paymentIntentId: "pi_other" }),
  );
  expect(other).toMatchObject({ outcome: "refused", reason: expect.stringContaining("pi_other") });
  expect(await amounts(ana)).toEqual(["purchase 1000"]);
});
