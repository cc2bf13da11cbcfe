import { faults } from "../faults";
import { reset } from "../faulty-wallets";
import type { Step } from "../step";
import type { StripeEvent } from "../stripe-side";
import type { World } from "../world";

const EVENTS_A_ROUND = 3;

/** Sends one event. Once Stripe was told that a payment arrived, it must be there, also when the plug is pulled. */
async function send(world: World, event: StripeEvent, pullsThePlug: boolean): Promise<string> {
  const status = await world.post.deliver(world.context, event);
  const { purchase_id, customer_id } = event.data.object.metadata;
  if (status < 300 && isPaid(event) && purchase_id !== undefined && customer_id !== undefined) {
    const isThere = await isDealtWith(world, customer_id, purchase_id);
    if (pullsThePlug) await reset(world.wallet(customer_id));
    const isKept = isThere && (await isDealtWith(world, customer_id, purchase_id));
    world.record.confirmations.push({ purchaseId: purchase_id, isKept });
  }
  return `${event.type} ${status}`;
}

async function isDealtWith(world: World, customerId: string, purchaseId: string): Promise<boolean> {
  const { purchases } = await world.contentsOf(customerId);
  const state = purchases.find(({ purchase_id }) => purchase_id === purchaseId)?.state;
  return state === "credited" || state === "quarantined";
}

/** Of the payment that was agreed, and not merely said to be. */
const isPaid = (event: StripeEvent): boolean =>
  event.data.object.payment_status === "paid" && !event.id.startsWith("evt_forged");

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
    weight: 16,
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
