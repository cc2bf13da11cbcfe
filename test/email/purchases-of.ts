import { env } from "cloudflare:test";
import type { RefundPolicy } from "../../app/refunds/reversal";
import { stripe } from "../shop/outside";
import type { Checkout, Customer } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";

/** Ana before the page of Stripe, with the Starter Pack: 1,000 credits for $49. */
export async function opened(): Promise<{ ana: Customer; checkout: Checkout }> {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  return { ana, checkout: await ana.chooses("Starter Pack") };
}

export const paymentOf = async (ana: Customer, { sessionId }: Checkout): Promise<string> => {
  const path = `checkout/sessions/${sessionId}`;
  return (await stripe.read<{ payment_intent: string }>(path, ana.shop.accountId)).payment_intent;
};

/** A partner with this policy, and Ana's purchase, which is paid. */
export async function sold(policy: RefundPolicy) {
  const { ana, checkout } = await opened();
  await env.DB.prepare("UPDATE partners SET refund_policy = ? WHERE id = ?")
    .bind(policy, ana.shop.partnerId)
    .run();
  await checkout.pays();
  const paymentIntent = await paymentOf(ana, checkout);
  return { ana, purchaseId: checkout.purchaseId, paymentIntent };
}

/** What the newest event of a type is about. */
export const newest = async ({ shop }: Customer, type: string): Promise<string> =>
  (await stripe.events(shop.accountId, type))[0]?.data.object.id ?? "";

/** Everything that Stripe has told of this shop, told again. */
export async function toldAgain(ana: Customer): Promise<void> {
  const events = await stripe.events(ana.shop.accountId);
  for (const event of events) await stripe.resend(event.id, { times: 2 });
  await ana.walletIsCopied();
}
