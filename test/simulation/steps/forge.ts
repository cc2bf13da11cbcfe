import type { Step } from "../step";
import type { StripeEvent, StripeSession } from "../stripe-side";
import type { Checkout, World } from "../world";

interface Forgery {
  name: string;
  /** Says that this very purchase was paid otherwise than agreed: it may end without credits then. */
  isAboutTheTerms?: true;
  event?: Partial<StripeEvent>;
  session?: Partial<StripeSession>;
}

/** What somebody can say who has an account of the platform, or the secret: all of it is validly signed. */
function forgeries(world: World, { shop, customer }: Checkout): Forgery[] {
  const other = world.shops.find((candidate) => candidate !== shop)!;
  const stranger = world.customers.find(({ id }) => id !== customer.id)!;
  return [
    { name: "of the other partner's account", event: { account: other.account.accountId } },
    { name: "of live mode", event: { livemode: true } },
    { name: "of another session", session: { id: "cs_test_forged" } },
    { name: "for another customer", session: { metadata: { customer_id: stranger.id } } },
    { name: "of another amount", isAboutTheTerms: true, session: { amount_total: 1 } },
    { name: "in another currency", isAboutTheTerms: true, session: { currency: "chf" } },
    { name: "without a payment", isAboutTheTerms: true, session: { payment_status: "no_payment_required" } },
  ];
}

async function forge(world: World, checkout: Checkout, { event, session }: Forgery): Promise<StripeEvent> {
  const { account } = checkout.shop;
  const real = await world.stripe.session(account.accountId, checkout.sessionId);
  const object: StripeSession = {
    ...real,
    status: "complete",
    payment_status: "paid",
    ...session,
    metadata: { ...real.metadata, ...session?.metadata },
  };
  return {
    id: `evt_forged_${crypto.randomUUID()}`,
    type: "checkout.session.completed",
    account: account.accountId,
    livemode: false,
    data: { object },
    ...event,
  };
}

export const FORGING: Step[] = [
  {
    name: "forge an event",
    weight: 4,
    async run(world) {
      const checkout = world.random.oneOf(world.checkouts);
      if (!checkout) return null;
      const forgery = world.random.oneOf(forgeries(world, checkout))!;
      if (forgery.isAboutTheTerms) world.record.disputedTerms.add(checkout.purchaseId);
      const status = await world.post.deliver(world.context, await forge(world, checkout, forgery));
      return `checkout ${world.checkouts.indexOf(checkout)} ${forgery.name}: ${status}`;
    },
  },
];
