import { env } from "cloudflare:test";
import { type Bindings, createContext } from "../../app/context.server";
import { type ReconcileRequest, reconcileAccount } from "../../app/reconcile/reconcile-account.server";
import { DAY_MS } from "../../app/time";
import { stripe } from "../shop/outside";
import type { Checkout, Customer } from "../shop/people";
import type { Shop } from "../shop/shop";

const context = createContext(env as unknown as Bindings, () => {});

/** Compares a shop's account with its wallets, as the cron does when it `repairs`. */
export const reconcile = ({ partnerId, accountId }: Shop, request: Partial<ReconcileRequest> = {}) =>
  reconcileAccount(
    context,
    { partnerId, accountId, livemode: false },
    {
      since: Date.now() - 3 * DAY_MS,
      until: null,
      actor: { type: "system", id: "cron" },
      repairs: false,
      ...request,
    },
  );

/** What a run found, in few words. */
export const kindsOf = ({ findings }: Awaited<ReturnType<typeof reconcile>>) =>
  findings.map(({ kind, outcome }) => (outcome === null ? kind : `${kind}: ${outcome}`)).sort();

/** From now on nothing that Stripe tells arrives. */
export const loseEveryDelivery = () => stripe.fault({ action: "drop", times: 10_000 });

/** A payment of which nobody tells us; answers where it waits, and the payment. */
export async function paysUnheard(customer: Customer, plan = "Starter Pack") {
  await loseEveryDelivery();
  const checkout = await customer.chooses(plan);
  await checkout.pays();
  return { checkout, paymentIntent: await paymentOf(customer.shop, checkout) };
}

export async function paymentOf({ accountId }: Shop, { sessionId }: Checkout): Promise<string> {
  const session = await stripe.read<{ payment_intent: string }>(`checkout/sessions/${sessionId}`, accountId);
  return session.payment_intent;
}

export const amountsOf = async (customer: Customer) =>
  (await customer.entries()).map(({ kind, amount_micros }) => `${kind} ${amount_micros / 1_000_000}`);
