import type { Step } from "../step";
import type { Checkout, World } from "../world";

const CARDS = [
  { weight: 6, card: "4242424242424242", is: "paid" },
  { weight: 2, card: "4000000000000002", is: "declined" },
  { weight: 2, card: "bank_debit", is: "left to the bank" },
];

/** A checkout that still can be paid, with how it stands at Stripe. */
async function chooseOpen(world: World): Promise<Checkout | null> {
  const checkout = world.random.oneOf(world.checkouts);
  if (!checkout) return null;
  const { status } = await world.stripe.session(checkout.shop.account.accountId, checkout.sessionId);
  return status === "open" ? checkout : null;
}

const nameOf = (world: World, checkout: Checkout) => `checkout ${world.checkouts.indexOf(checkout)}`;

export const PAYING: Step[] = [
  {
    name: "pay",
    weight: 14,
    async run(world) {
      const { card, is } = world.random.weighted(CARDS)!;
      const checkout = await chooseOpen(world);
      if (!checkout) return null;
      const { accountId } = checkout.shop.account;
      await world.stripe.pay(checkout.sessionId, card);
      const { payment_intent } = await world.stripe.session(accountId, checkout.sessionId);
      if (card === "bank_debit") world.debits.push({ checkout, paymentIntent: payment_intent! });
      await world.post.collect(accountId);
      return `${nameOf(world, checkout)} is ${is}`;
    },
  },
  {
    name: "the bank decides",
    weight: 5,
    async run(world) {
      const debit = world.random.oneOf(world.debits);
      if (!debit) return null;
      const end = await decide(world, debit);
      await world.post.collect(debit.checkout.shop.account.accountId);
      return `${nameOf(world, debit.checkout)}: ${end}`;
    },
  },
  {
    name: "a day passes at Stripe and the checkout expires",
    weight: 1,
    async run(world) {
      const checkout = await chooseOpen(world);
      if (!checkout) return null;
      const { accountId } = checkout.shop.account;
      await world.stripe.expire(accountId, checkout.sessionId);
      await world.post.collect(accountId);
      return nameOf(world, checkout);
    },
  },
];

export async function decide(world: World, debit: World["debits"][number]): Promise<"settle" | "fail"> {
  const end = world.random.chance(0.7) ? "settle" : "fail";
  world.debits.splice(world.debits.indexOf(debit), 1);
  await world.stripe.endDebit(debit.paymentIntent, end);
  return end;
}
