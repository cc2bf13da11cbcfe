import { faults } from "../faults";
import { reset } from "../faulty-wallets";
import type { Step } from "../step";
import type { StripeEvent } from "../stripe-side";
import type { Checkout, World } from "../world";

const EVENTS_A_ROUND = 3;

/** Sends one event. Once Stripe was told that a payment arrived, it must be there, also when the plug is pulled. */
async function send(world: World, event: StripeEvent, pullsThePlug: boolean): Promise<string> {
  const status = await world.post.deliver(world.context, event);
  const checkout = paidCheckoutOf(world, event);
  if (status < 300 && checkout) {
    const { customer, purchaseId } = checkout;
    const isThere = await isDealtWith(world, checkout, event);
    if (pullsThePlug) await reset(world.wallet(customer.id));
    const isKept = isThere && (await isDealtWith(world, checkout, event));
    world.record.confirmations.push({ purchaseId, isKept });
  }
  return `${event.type} ${status}`;
}

/** The checkout that was paid, or of whose payment money moved; none when it is merely said to be. */
function paidCheckoutOf({ checkouts }: World, { id, data: { object } }: StripeEvent): Checkout | undefined {
  if (id.startsWith("evt_forged")) return undefined;
  if (object.object === "payment_intent") return undefined;
  if (object.object === "checkout.session" && object.payment_status !== "paid") return undefined;
  return checkouts.find(({ paidBy }) => paidBy !== null && paidBy === object.payment_intent);
}

async function isDealtWith(
  world: World,
  { customer, purchaseId }: Checkout,
  { data: { object } }: StripeEvent,
): Promise<boolean> {
  const { purchases, cases } = await world.contentsOf(customer.id);
  const known = cases.find((file) => file.purchaseId === purchaseId);
  switch (object.object) {
    case "checkout.session": {
      const state = purchases.find(({ purchase_id }) => purchase_id === purchaseId)?.state;
      return state === "credited" || state === "quarantined";
    }
    case "refund":
      return known?.refunds.some(({ refundId }) => refundId === object.id) ?? false;
    case "dispute":
      return known?.disputes.some(({ disputeId }) => disputeId === object.id) ?? false;
    case "charge":
    case "payment_intent":
      return known !== undefined && known.refunds.length > 0;
  }
}

function shuffled(world: World, events: StripeEvent[]): StripeEvent[] {
  return events
    .map((event) => ({ event, at: world.random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ event }) => event);
}

/** One event on its way, with what the post does to it. */
async function carry(world: World, event: StripeEvent): Promise<string> {
  const pullsThePlug = world.random.chance(0.3);
  const { waiting, dropped } = world.post;
  if (faults.strikes("event_dropped")) {
    waiting.splice(waiting.indexOf(event), 1);
    dropped.push(event);
    return `${event.type} dropped`;
  }
  if (faults.strikes("event_delayed")) {
    waiting.push(...waiting.splice(waiting.indexOf(event), 1));
    return `${event.type} delayed`;
  }
  if (!faults.strikes("event_duplicated")) return send(world, event, pullsThePlug);
  const twice = await Promise.all([send(world, event, false), send(world, event, pullsThePlug)]);
  return twice.join(" and ");
}

export const DELIVERING: Step[] = [
  {
    name: "deliver",
    weight: 50,
    async run(world) {
      const ready = world.post.waiting.slice(0, world.random.between(1, EVENTS_A_ROUND));
      const ringsMeanwhile = world.random.chance(0.3);
      if (ready.length === 0) return null;
      const ringing = ringsMeanwhile ? world.ringAlarms() : null;
      const carried: string[] = [];
      const events = faults.strikes("event_reordered") ? shuffled(world, ready) : ready;
      for (const event of events) carried.push(await carry(world, event));
      await ringing;
      return carried.join(", ");
    },
  },
  {
    name: "deliver again",
    weight: 3,
    async run(world) {
      const event = world.random.oneOf(world.post.taken);
      return event ? send(world, event, false) : null;
    },
  },
];
