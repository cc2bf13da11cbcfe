import { PLATFORM } from "../platform";
import type { Attempt, AttemptOutcome, Delivery } from "../storage/delivery-log";
import type { DeliveryFault } from "../storage/fault-list";
import type { Stored } from "../storage/object-types";
import type { World } from "../world";
import { retryAfter_ms } from "./retry-schedule";
import { signatureHeader } from "./signature";

const TIMEOUT_MS = 10_000;
/** Past any attempt that is still under way: a process that stopped in the middle is not waited for longer. */
const LEASE_MS = TIMEOUT_MS + 5_000;
const OLD_TIMESTAMP_S = 600;
const DEFAULT_DELAY_MS = 5_000;

/** Brings events to endpoints: signs, sends, records, and says when to try again. */
export class Courier {
  readonly #world: World;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** First attempts for the events of one change, in their order. */
  deliver(events: string[]): Promise<Attempt[]> {
    return this.#track(this.#deliverBatch(this.#world.deliveries.ofEvents(events)));
  }

  /** Retries come side by side, in no order: one endpoint that hangs does not hold up the others. */
  async deliverDue(): Promise<void> {
    const due = this.#world.deliveries.due(Date.now());
    await Promise.all(due.map((delivery) => this.#track(this.#deliverBatch([delivery]))));
  }

  /** Everything that has not arrived, held and given up included; what a fault dropped stays lost. */
  async deliverUndelivered(): Promise<Attempt[]> {
    await Promise.allSettled(this.#underWay);
    return this.#track(this.#sendAll(this.#world.deliveries.undelivered()));
  }

  /** Sends an event once more, whatever became of it, as the dashboard's "Resend" does. */
  async resend(event: string, times: number, parallel: boolean): Promise<Attempt[]> {
    const deliveries = this.#world.deliveries.ofEvent(event);
    const copies = Array.from({ length: times }, () => deliveries).flat();
    if (!parallel) return this.#track(this.#sendAll(copies));
    const attempts = await this.#track(Promise.all(copies.map((delivery) => this.#attempt(delivery))));
    return attempts.flat();
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work);
    return work.finally(() => this.#underWay.delete(work));
  }

  async #deliverBatch(batch: Delivery[]): Promise<Attempt[]> {
    const planned = batch.map((delivery) => {
      this.#world.deliveries.lease(delivery, Date.now() + LEASE_MS * batch.length);
      return { delivery, fault: this.#world.faults.takeForDelivery(delivery.type) };
    });
    if (planned.some(({ fault }) => fault?.action === "reorder")) planned.reverse();
    const attempts: Attempt[] = [];
    for (const { delivery, fault } of planned) attempts.push(...(await this.#deliverWith(delivery, fault)));
    return attempts;
  }

  async #deliverWith(delivery: Delivery, fault: DeliveryFault | null): Promise<Attempt[]> {
    switch (fault?.action) {
      case "drop":
        this.#world.deliveries.mark(delivery, "dropped", null);
        return [];
      case "hold":
        this.#world.deliveries.mark(delivery, "held", null);
        return [];
      case "delay":
        this.#world.deliveries.mark(delivery, "pending", Date.now() + (fault.delay_ms ?? DEFAULT_DELAY_MS));
        return [];
      case "duplicate":
        return [...(await this.#attempt(delivery)), ...(await this.#attempt(delivery))];
      default:
        return this.#attempt(delivery, fault?.action);
    }
  }

  async #sendAll(deliveries: Delivery[]): Promise<Attempt[]> {
    const attempts: Attempt[] = [];
    for (const delivery of deliveries) attempts.push(...(await this.#attempt(delivery)));
    return attempts;
  }

  async #attempt(delivery: Delivery, fault?: DeliveryFault["action"]): Promise<Attempt[]> {
    const { deliveries, objects } = this.#world;
    const endpoint = objects.find(PLATFORM, "webhook_endpoint", delivery.endpoint);
    const event = objects.findInAnyAccount("event", delivery.event);
    if (!endpoint || !event) {
      deliveries.mark(delivery, "dropped", null);
      return [];
    }
    const body = JSON.stringify(event.body, null, 2);
    const outcome = await post(endpoint, body, fault);
    const attempt = deliveries.record(delivery, outcome);
    if (outcome.status !== null && outcome.status >= 200 && outcome.status < 300) {
      deliveries.mark(delivery, "delivered", null);
    } else {
      const after_ms = retryAfter_ms(deliveries.attemptsMade(delivery));
      if (after_ms === null) deliveries.mark(delivery, "failed", null);
      else deliveries.mark(delivery, "pending", Date.now() + after_ms);
    }
    return [attempt];
  }
}

async function post(
  endpoint: Stored<"webhook_endpoint">,
  body: string,
  fault?: DeliveryFault["action"],
): Promise<AttemptOutcome> {
  const at_ms = Date.now();
  const timestamp_s = Math.floor(at_ms / 1000) - (fault === "old_timestamp" ? OLD_TIMESTAMP_S : 0);
  const secret = fault === "bad_signature" ? "whsec_of_somebody_else" : endpoint.hidden.secret;
  try {
    const response = await fetch(endpoint.body.url, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": await signatureHeader(body, secret, timestamp_s),
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const note = (await response.text()).slice(0, 500);
    return { at_ms, duration_ms: Date.now() - at_ms, status: response.status, note };
  } catch (error) {
    return { at_ms, duration_ms: Date.now() - at_ms, status: null, note: String(error) };
  }
}
