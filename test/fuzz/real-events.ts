import type { Buyer, Opened } from "../attack/buyer";
import type { Market } from "../attack/market";
import { send } from "../attack/send";
import type { StripeEvent } from "../attack/stripe-side";

const PLAN = "plan_01acme0000000000000starter";

/** Lets everything happen at Stripe that can, once, and answers the events of it. The app hears them as usual. */
export async function realEvents({ stripe, buyers, account }: Market): Promise<{
  events: StripeEvent[];
  opened: Opened[];
}> {
  const [buyer] = buyers as [Buyer];
  const opened: Opened[] = [];
  const open = async () => {
    const purchase = await buyer.opens(PLAN);
    opened.push(purchase);
    return purchase.session.id;
  };
  const pay = async (card: string) => {
    const sessionId = await open();
    await stripe.control(`sessions/${sessionId}/pay`, { card });
    return String((await stripe.session(account, sessionId)).payment_intent);
  };
  const paid = () => pay("4242424242424242");

  for (const card of ["4000000000000002", "4000002500003155"]) await pay(card);
  await stripe.control(`payments/${await pay("bank_debit")}/settle`, {});
  await stripe.control(`payments/${await pay("bank_debit")}/fail`, {});
  await expire(stripe.port, account, await open());
  await stripe.control(`payments/${await paid()}/refund`, { amount: 1_000 });
  await stripe.control(`payments/${await paid()}/refund_failing`, {});
  for (const end of ["win", "lose"]) {
    const payment = await paid();
    await stripe.control(`payments/${payment}/dispute`, {});
    const disputes = await stripe.read<{ data: { id: string }[] }>(account, "disputes?limit=1");
    await stripe.control(`disputes/${disputes.data[0]?.id}/${end}`, {});
  }
  await stripe.control(`accounts/${account}Borealis/restrict`, {});
  await stripe.control(`accounts/${account}Borealis/complete`, {});
  await stripe.control(`accounts/${account}Halfway/deauthorize`, {});

  const { events } = await stripe.control<{ events: (StripeEvent & { deliveries: unknown })[] }>("events");
  return { events: events.map(({ deliveries, ...event }) => event), opened };
}

async function expire(port: number, account: string, sessionId: string): Promise<void> {
  const answer = await send(port, {
    path: `/v1/checkout/sessions/${sessionId}/expire`,
    headers: { authorization: "Bearer sk_test_reader_of_tests", "stripe-account": account },
  });
  if (answer.status !== 200) throw new Error(`Expiring answered ${answer.status}: ${answer.text}`);
}
