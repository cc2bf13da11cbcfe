import type { Context } from "../../app/context.server";
import { receiveEvent } from "../../app/stripe/receive-event.server";
import { signatureHeader } from "../../dev/stripe/delivery/signature";
import { clock } from "./clock";
import { faults } from "./faults";
import type { StripeEvent, StripeSide } from "./stripe-side";

/** Carries Stripe's events to Topup, signed as Stripe signs them. */
export class Post {
  /** Not answered with 2xx yet, oldest first. */
  readonly waiting: StripeEvent[] = [];
  /** Never sent: only asking Stripe can tell of them. */
  readonly dropped: StripeEvent[] = [];
  /** Answered with 2xx at least once. */
  readonly taken: StripeEvent[] = [];
  readonly #stripe: StripeSide;
  readonly #known = new Set<string>();

  constructor(stripe: StripeSide) {
    this.#stripe = stripe;
  }

  async collect(accountId: string): Promise<void> {
    for (const event of await this.#stripe.events(accountId)) {
      if (this.#known.has(event.id)) continue;
      this.#known.add(event.id);
      this.waiting.push(event);
    }
  }

  /** Sends an event once; one that is not taken waits for another time. */
  async deliver(context: Context, event: StripeEvent): Promise<number> {
    const body = JSON.stringify(event);
    const { STRIPE_CONNECT_WEBHOOK_SECRET } = context.settings;
    const secret = faults.strikes("event_badly_signed") ? "whsec_other" : STRIPE_CONNECT_WEBHOOK_SECRET[0]!;
    const signature = await signatureHeader(body, secret, Math.floor(clock.right / 1000));
    const { status } = await receiveEvent(
      context,
      new Request("http://topup.test/webhooks/stripe", {
        method: "POST",
        headers: { "stripe-signature": signature },
        body,
      }),
    );
    if (status < 300) this.#take(event);
    else if (!this.taken.includes(event) && !this.waiting.includes(event)) this.waiting.push(event);
    return status;
  }

  #take(event: StripeEvent): void {
    const at = this.waiting.indexOf(event);
    if (at >= 0) this.waiting.splice(at, 1);
    if (!this.taken.includes(event)) this.taken.push(event);
  }
}
