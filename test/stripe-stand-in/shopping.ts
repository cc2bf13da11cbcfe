import type Stripe from "stripe";
import type { RunningStandIn } from "./run-stand-in";

type SessionParams = Stripe.Checkout.SessionCreateParams;

/** A session as the application makes it: one credit package, with the platform's fee. */
export function newSession(changes: SessionParams = {}): SessionParams {
  return {
    mode: "payment",
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "usd", unit_amount: 4900, product_data: { name: "Starter Pack" } },
      },
    ],
    client_reference_id: "purchase_1",
    customer_email: "ana@example.com",
    metadata: { purchase: "purchase_1" },
    payment_intent_data: { application_fee_amount: 122, metadata: { purchase: "purchase_1" } },
    success_url: "https://shop.test/thanks",
    cancel_url: "https://shop.test/credits",
    ...changes,
  };
}

/** Pays as a buyer does on the hosted page. */
export function pay(
  standIn: RunningStandIn,
  session: string,
  card: string,
  more: object = {},
): Promise<object> {
  return standIn.control<object>(`sessions/${session}/pay`, { card, redirect: false, ...more });
}

/** A payment that went through, and its charge. */
export async function paidPayment(
  standIn: RunningStandIn,
  stripe: Stripe,
): Promise<{ session: Stripe.Checkout.Session; intent: string; charge: string }> {
  const { id } = await stripe.checkout.sessions.create(newSession());
  await pay(standIn, id, "4242424242424242");
  const session = await stripe.checkout.sessions.retrieve(id);
  const intent = String(session.payment_intent);
  const { latest_charge } = await stripe.paymentIntents.retrieve(intent);
  return { session, intent, charge: String(latest_charge) };
}
