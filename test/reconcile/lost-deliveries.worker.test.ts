import { env } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { openShop, proBundle, starterPack } from "../shop/shop";
import { amountsOf, kindsOf, loseEveryDelivery, paymentOf, paysUnheard, reconcile } from "./reconcile-shop";

afterEach(() => stripe.clearFaults());

const takesAllBack = (partnerId: string) =>
  env.DB.prepare("UPDATE partners SET refund_policy = 'full' WHERE id = ?").bind(partnerId).run();

/** Everything that Stripe ever told of this account, again and all at once. */
async function everythingArrivesLate(accountId: string) {
  await stripe.clearFaults();
  for (const { id } of await stripe.events(accountId)) await stripe.resend(id, { times: 2, parallel: true });
}

/** Nothing is heard of Ana's payment, of Ben's and its refund, nor of the dispute of a payment that Cleo made before. */
async function threeDaysUnheard() {
  const shop = await openShop({ plans: [starterPack, proBundle] });
  await takesAllBack(shop.partnerId);
  const [ana, ben, cleo] = [
    await shop.customer("ana"),
    await shop.customer("ben"),
    await shop.customer("cleo"),
  ];
  const early = await cleo.chooses("Starter Pack");
  await early.pays();
  await paysUnheard(ana);
  const refunded = await paysUnheard(ben, "Pro Bundle");
  await stripe.refund(refunded.paymentIntent, 9_950);
  await stripe.dispute(await paymentOf(shop, early));
  const amounts = async () => ({
    ana: await amountsOf(ana),
    ben: await amountsOf(ben),
    cleo: await amountsOf(cleo),
  });
  return { shop, amounts };
}

test("F8 every delivery of three days is lost: one run credits all and records all, a second finds nothing", async () => {
  const { shop, amounts } = await threeDaysUnheard();
  expect(await amounts()).toEqual({ ana: [], ben: [], cleo: ["purchase 1000"] });

  const run = await reconcile(shop, { repairs: true });
  expect(run).toMatchObject({ sessionsRead: 3, refundsRead: 1, disputesRead: 1, error: null });
  expect(run).toMatchObject({ found: 4, repaired: 4 });
  expect(kindsOf(run)).toEqual([
    "paid_not_credited: Credited 1,000 credits.",
    "paid_not_credited: Credited 5,000 credits.",
    "reversal_not_recorded: Recorded, and 1,000 credits taken back.",
    "reversal_not_recorded: Recorded, and 2,500 credits taken back.",
  ]);
  const afterwards = {
    ana: ["purchase 1000"],
    ben: ["purchase 5000", "refund_clawback -2500"],
    cleo: ["purchase 1000", "dispute_clawback -1000"],
  };
  expect(await amounts()).toEqual(afterwards);

  expect(await reconcile(shop, { repairs: true })).toMatchObject({ found: 0, repaired: 0, findings: [] });
  await everythingArrivesLate(shop.accountId);
  expect(await amounts()).toEqual(afterwards);
  expect(await reconcile(shop, { repairs: true })).toMatchObject({ found: 0, error: null });
});

test("comparing alone changes nothing, and says what a repair would do", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { checkout, paymentIntent } = await paysUnheard(ana);

  const run = await reconcile(shop);
  expect(run).toMatchObject({ found: 1, repaired: 0 });
  expect(run.findings).toEqual([
    {
      kind: "paid_not_credited",
      id: checkout.sessionId,
      paymentIntentId: paymentIntent,
      purchaseId: checkout.purchaseId,
      customerId: ana.id,
      amountMinor: 4_900,
      currency: "usd",
      agreed: { priceMinor: 4_900, currency: "usd", creditsMicros: 1_000_000_000 },
      outcome: null,
    },
  ]);
  expect(await amountsOf(ana)).toEqual([]);
});

test.each([429, 503] as const)(
  "Stripe answers %i in the middle: what was repaired stays, and the next run finishes",
  async (status) => {
    const shop = await openShop({ plans: [starterPack] });
    await takesAllBack(shop.partnerId);
    const [ana, ben] = [await shop.customer("ana"), await shop.customer("ben")];
    const early = await ben.chooses("Starter Pack");
    await early.pays();
    await paysUnheard(ana);
    await stripe.refund(await paymentOf(shop, early));
    await stripe.fault({ action: "status", status, path: "/v1/refunds", times: 3 });

    const broken = await reconcile(shop, { repairs: true });
    expect(broken).toMatchObject({
      error: "Stripe did not answer while its refunds were read",
      found: 1,
      repaired: 1,
    });
    expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
    expect(await amountsOf(ben)).toEqual(["purchase 1000"]);

    await stripe.clearFaults();
    expect(await reconcile(shop, { repairs: true })).toMatchObject({ error: null, found: 1, repaired: 1 });
    expect(await amountsOf(ben)).toEqual(["purchase 1000", "refund_clawback -1000"]);
  },
);

test("a repair that Stripe does not answer leaves its finding open, and the next run repairs it", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { checkout } = await paysUnheard(ana);
  await stripe.fault({
    action: "status",
    status: 503,
    path: `/v1/checkout/sessions/${checkout.sessionId}`,
    times: 3,
  });

  const broken = await reconcile(shop, { repairs: true });
  expect(broken.error).toMatch(/^Stripe did not/);
  expect(kindsOf(broken)).toEqual(["paid_not_credited"]);
  expect(await reconcile(shop, { repairs: true })).toMatchObject({ error: null, repaired: 1 });
  expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
});

test("a payment that is on the second page of Stripe's list is found as well", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await paysUnheard(ana);
  for (let visitors = 0; visitors < 100; visitors += 1) await stripe.openPaymentLink(shop.accountId);

  expect(await reconcile(shop, { repairs: true })).toMatchObject({ sessionsRead: 101, repaired: 1 });
  expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
});

test("a dispute that is won while nobody hears of it gives the credits back", async () => {
  const shop = await openShop({ plans: [starterPack] });
  await takesAllBack(shop.partnerId);
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  await stripe.dispute(await paymentOf(shop, checkout));
  expect(await amountsOf(ana)).toEqual(["purchase 1000", "dispute_clawback -1000"]);
  const [opened] = await stripe.events(shop.accountId, "charge.dispute.created");
  await loseEveryDelivery();
  await stripe.endDispute(opened?.data.object.id ?? "", "win");

  const run = await reconcile(shop, { repairs: true });
  expect(kindsOf(run)).toEqual(["reversal_not_recorded: Recorded, and 1,000 credits given back."]);
  expect(await amountsOf(ana)).toEqual(["purchase 1000", "dispute_clawback -1000", "reinstate 1000"]);
});
