import { type Buyer, type Opened, PLANS } from "../attack/buyer";
import type { Market } from "../attack/market";
import { Random } from "../attack/random";
import { type Answer, type Sent, send } from "../attack/send";
import { type StripeEvent, WEBHOOK } from "../attack/stripe-side";
import type { Finding } from "./findings";
import { deauthorizes, lawfullyCredits } from "./lawful";
import { mutatedEvent } from "./mutate";
import { rawRequest, TOO_LARGE_BYTES } from "./raw-request";

const CONNECTIONS = 24;
const TARGETS = 30;
const BODIES_A_TARGET = 100;
/** Of a hundred purchases so many may really be paid; the others must stay without credits whatever comes. */
const PAYABLE = 0.25;

interface Target extends Opened {
  mayBePaid: boolean;
}

/** Sends bodies, half of them truly signed, and keeps what was answered and what may have come of it. */
export class Campaign {
  readonly opened = new Map<string, Opened>();
  /** Purchases of which a body was sent that may credit them. */
  readonly reported = new Set<string>();
  /** How often each status was answered. */
  readonly answers = new Map<string, number>();
  readonly findings: Finding[] = [];
  readonly #targets: Target[] = [];

  constructor(
    readonly market: Market,
    readonly buyers: readonly Buyer[],
    readonly events: readonly StripeEvent[],
  ) {}

  /** Takes over what was bought before, with what Stripe has truly said of it. */
  knows(opened: readonly Opened[], paid: readonly Opened[] = []): void {
    for (const purchase of opened) this.opened.set(purchase.purchaseId, purchase);
    for (const purchase of paid) this.reported.add(purchase.purchaseId);
    for (const event of this.events) this.#note(JSON.stringify(event));
  }

  async run(count: number, seed: number): Promise<void> {
    const first = new Random(seed);
    for (let place = 0; place < TARGETS; place += 1) await this.#renew(place, first);
    let next = 0;
    const one = async () => {
      // Each body has a seed of its own, so that it does not matter which is answered first.
      for (let index = next++; index < count; index = next++) {
        await this.#attack(index, new Random(seed + Math.imul(index + 1, 0x9e3779b1)));
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, one));
  }

  async #attack(index: number, random: Random): Promise<void> {
    if (index % BODIES_A_TARGET === 0) await this.#renew(random.between(0, TARGETS - 1), random);
    const request = index % 2 === 0 ? this.#signed(random) : this.#raw(random);
    try {
      const answer = await send(this.market.ports.PORT, request);
      this.#count(String(answer.status));
      if (answer.status >= 500) this.findings.push({ index, request, answer: said(answer) });
    } catch (error) {
      // Who sends more than is read may find the door shut before the answer comes.
      const isTooLarge = Buffer.byteLength(request.body ?? "") >= TOO_LARGE_BYTES;
      this.#count(isTooLarge ? "cut off" : "no answer");
      if (!isTooLarge) this.findings.push({ index, request, answer: String(error) });
    }
  }

  #signed(random: Random): Sent {
    const target = random.pick(this.#targets);
    for (;;) {
      const body = mutatedEvent(this.events, target, random);
      if (!this.#isAllowed(body)) continue;
      this.#note(body);
      return { path: WEBHOOK, body, headers: this.market.stripe.headers(this.market.ports.PORT, body) };
    }
  }

  #raw(random: Random): Sent {
    const { stripe, ports } = this.market;
    for (;;) {
      const event = JSON.stringify(random.pick(this.events));
      const request = rawRequest(event, stripe.headers(ports.PORT, event), stripe.secret, random);
      if (this.#isAllowed(String(request.body))) return request;
    }
  }

  /** Some purchases are never to be paid, and Acme must go on selling. */
  #isAllowed(body: string): boolean {
    if (deauthorizes(body, this.market.account)) return false;
    const purchaseId = lawfullyCredits(body, this.opened);
    const target = this.#targets.find((one) => one.purchaseId === purchaseId);
    return target?.mayBePaid !== false;
  }

  #note(body: string): void {
    const purchaseId = lawfullyCredits(body, this.opened);
    if (purchaseId) this.reported.add(purchaseId);
  }

  /** Purchases that were settled one way or another teach nothing more. */
  async #renew(place: number, random: Random): Promise<void> {
    const purchase = await random.pick(this.buyers).opens(random.pick(Object.keys(PLANS)));
    this.opened.set(purchase.purchaseId, purchase);
    this.#targets[place] = { ...purchase, mayBePaid: random.chance(PAYABLE) };
  }

  #count(answer: string): void {
    this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1);
  }
}

const said = ({ status, text }: Answer): string => `${status} ${text}`;
