import type { Step } from "../step";
import type { Checkout, World } from "../world";

const DECLINED = "4000000000000002";
const BANK_DEBIT = "bank_debit";
const GOOD_CARD = "4242424242424242";
const CARDS = [
  { weight: 6, card: GOOD_CARD, is: "paid" },
  { weight: 2, card: DECLINED, is: "declined" },
  { weight: 2, card: BANK_DEBIT, is: "left to the bank" },
];

const chooseOpen = (world: World): Checkout | undefined =>
  world.random.oneOf(world.checkouts.filter(({ isOpen }) => isOpen));

const nameOf = (world: World, checkout: Checkout) => `checkout ${world.checkouts.indexOf(checkout)}`;

export const PAYING: Step[] = [
  {
    name: "pay",
    weight: 24,
    async run(world) {
      const { card, is } = world.random.weighted(CARDS)!;
      const checkout = chooseOpen(world);
      if (!checkout) return null;
      await world.stripe.pay(checkout.sessionId, card);
      checkout.isOpen = card === DECLINED;
      if (card === BANK_DEBIT) world.debits.push(checkout);
      if (card === GOOD_CARD) checkout.paidBy = await paymentOf(world, checkout);
      await world.post.collect(checkout.shop.account.accountId);
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
      await world.post.collect(debit.shop.account.accountId);
      return `${nameOf(world, debit)}: ${end}`;
    },
  },
  {
    name: "a day passes at Stripe and the checkout expires",
    weight: 1,
    async run(world) {
      const checkout = chooseOpen(world);
      if (!checkout) return null;
      const { accountId } = checkout.shop.account;
      await world.stripe.expire(accountId, checkout.sessionId);
      checkout.isOpen = false;
      await world.post.collect(accountId);
      return nameOf(world, checkout);
    },
  },
];

export async function decide(world: World, debit: Checkout): Promise<"settle" | "fail"> {
  const end = world.random.chance(0.7) ? "settle" : "fail";
  world.debits.splice(world.debits.indexOf(debit), 1);
  const payment = await paymentOf(world, debit);
  await world.stripe.endDebit(payment, end);
  if (end === "settle") debit.paidBy = payment;
  return end;
}

async function paymentOf(world: World, { shop, sessionId }: Checkout): Promise<string> {
  return (await world.stripe.session(shop.account.accountId, sessionId)).payment_intent!;
}
