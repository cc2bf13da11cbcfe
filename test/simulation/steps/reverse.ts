import type { Step } from "../step";
import type { StripeDispute } from "../stripe-side";
import type { Checkout, World } from "../world";

type Paid = Checkout & { paidBy: string };

const isPaid = (checkout: Checkout): checkout is Paid => checkout.paidBy !== null;

const choosePaid = (world: World): Paid | undefined => world.random.oneOf(world.checkouts.filter(isPaid));

const nameOf = (world: World, payment: string) =>
  `checkout ${world.checkouts.findIndex(({ paidBy }) => paidBy === payment)}`;

const accountOf = ({ shop }: Checkout) => shop.account.accountId;

async function leftToRefund(world: World, { shop, sessionId, paidBy }: Paid): Promise<number> {
  const { accountId } = shop.account;
  const { amount_total } = await world.stripe.session(accountId, sessionId);
  return (await world.stripe.refunds(accountId))
    .filter(({ payment_intent, status }) => payment_intent === paidBy && status !== "failed")
    .reduce((left, { amount }) => left - amount, amount_total);
}

const isOpen = ({ status }: StripeDispute) => /needs_response|under_review/.test(status);

export const REVERSING: Step[] = [
  {
    name: "refund",
    weight: 24,
    async run(world) {
      const isWhole = world.random.chance(0.4);
      const how = world.random.chance(0.3) ? "refund_pending" : "refund";
      const checkout = choosePaid(world);
      const left = checkout ? await leftToRefund(world, checkout) : 0;
      if (!checkout || left === 0) return null;
      const amount = isWhole ? left : world.random.between(1, left);
      await world.stripe.refund(checkout.paidBy, how, amount);
      await world.post.collect(accountOf(checkout));
      return `${how} ${amount} of ${left} of ${nameOf(world, checkout.paidBy)}`;
    },
  },
  {
    name: "a refund ends",
    weight: 16,
    async run(world) {
      const checkout = choosePaid(world);
      if (!checkout) return null;
      const accountId = accountOf(checkout);
      const refunds = await world.stripe.refunds(accountId);
      const refund = world.random.oneOf(refunds.filter(({ status }) => status !== "failed"));
      if (!refund) return null;
      const end = refund.status === "pending" && world.random.chance(0.5) ? "complete" : "fail";
      await world.stripe.endRefund(refund.id, end);
      await world.post.collect(accountId);
      return `${refund.status} of ${nameOf(world, refund.payment_intent)}: ${end}`;
    },
  },
  {
    name: "dispute",
    weight: 12,
    async run(world) {
      const isWhole = world.random.chance(0.6);
      const how = world.random.chance(0.25) ? "inquiry" : "dispute";
      const checkout = choosePaid(world);
      if (!checkout) return null;
      const accountId = accountOf(checkout);
      const known = await world.stripe.disputes(accountId);
      if (known.some(({ payment_intent }) => payment_intent === checkout.paidBy)) return null;
      const { amount_total } = await world.stripe.session(accountId, checkout.sessionId);
      const amount = isWhole ? amount_total : world.random.between(1, amount_total);
      await world.stripe.dispute(checkout.paidBy, how, amount);
      await world.post.collect(accountId);
      return `${how} about ${amount} of ${amount_total} of ${nameOf(world, checkout.paidBy)}`;
    },
  },
  {
    name: "a dispute ends",
    weight: 16,
    async run(world) {
      const checkout = choosePaid(world);
      if (!checkout) return null;
      const accountId = accountOf(checkout);
      const dispute = world.random.oneOf((await world.stripe.disputes(accountId)).filter(isOpen));
      if (!dispute) return null;
      const end = world.random.chance(0.6) ? "win" : "lose";
      await world.stripe.endDispute(dispute.id, end);
      await world.post.collect(accountId);
      return `${nameOf(world, dispute.payment_intent)}: ${end}`;
    },
  },
];
