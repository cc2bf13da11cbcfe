import { expect, test } from "vitest";
import { inboxOf, stripe } from "../shop/outside";
import { DECLINED_CARD, GOOD_CARD } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";

test("L78 credits are added automatically, exactly as many as the plan promised", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();

  const checkout = await ana.chooses("Starter Pack");
  expect(await checkout.pays()).toMatchObject({ status: "paid" });

  expect(await ana.sees()).toMatchObject({
    balance: "1,000",
    history: [expect.stringMatching(/^Added \+1,000 Balance 1,000 Note Starter Pack Date now/)],
  });
});

test("Stripe may deliver the same payment a hundred times at once; the customer is credited once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();

  const [completed] = await stripe.events(shop.accountId, "checkout.session.completed");
  await stripe.resend(completed?.id ?? "", { times: 100, parallel: true });

  expect(await ana.entries()).toEqual([
    { seq: 1, kind: "purchase", amount_micros: 1_000_000_000, balance_after_micros: 1_000_000_000 },
  ]);
});
