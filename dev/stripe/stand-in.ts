import { DurableObject } from "cloudflare:workers";
import type { Bindings } from "./bindings";
import { answerControl } from "./control/control";
import { Courier } from "./delivery/courier";
import { answerApi } from "./http/api";
import { answerPage } from "./pages/pages";
import { applyWhatIsDue } from "./payments/due";
import { World } from "./world";

/** No sooner than this, so that an alarm which finds nothing to do cannot spin. */
const ALARM_REST_MS = 100;

/**
 * Stripe, for development and tests.
 *
 * Owns every object, event and delivery of the stand-in. It does not own the hosted pages' looks
 * (pages/), nor any rule of the application: it knows that one only as two webhook endpoints.
 */
export class StripeStandIn extends DurableObject<Bindings> {
  readonly #world: World;
  readonly #courier: Courier;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.#world = new World(ctx.storage, env);
    this.#world.idempotencyKeys.forgetUnfinished();
    this.#courier = new Courier(this.#world);
  }

  override async fetch(request: Request): Promise<Response> {
    this.#letTimePass();
    try {
      return await this.#answer(request);
    } finally {
      await this.#setAlarm();
    }
  }

  /** An alarm that throws is tried again only a few times; this one must go on forever. */
  override async alarm(): Promise<void> {
    try {
      this.#letTimePass();
      await this.#courier.deliverDue();
    } catch (error) {
      console.error("The Stripe stand-in's alarm failed", error);
    } finally {
      await this.#setAlarm();
    }
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/_standin/")) return answerControl(this.#world, this.#courier, request);
    if (!/^\/v[12]\//.test(pathname)) return answerPage(this.#world, this.#courier, request);
    const { response, events } = await answerApi(this.#world, request);
    this.#deliverInBackground(events);
    return response;
  }

  #letTimePass(): void {
    const { events } = this.#world.change(() => applyWhatIsDue(this.#world));
    this.#deliverInBackground(events);
  }

  /** The caller has its answer already; whatever does not arrive now is the alarm's. */
  #deliverInBackground(events: string[]): void {
    if (events.length === 0) return;
    const work = this.#courier
      .deliver(events)
      .catch((error: unknown) => console.error("Delivery failed", error))
      .then(() => this.#setAlarm());
    this.ctx.waitUntil(work);
  }

  async #setAlarm(): Promise<void> {
    const due_s = this.#world.objects.nextDue_s();
    const times_ms = [
      this.#world.deliveries.nextAttempt_ms(),
      due_s === null ? null : this.#world.clock.real_ms(due_s),
    ].filter((time_ms) => time_ms !== null);
    if (times_ms.length === 0) return;
    await this.ctx.storage.setAlarm(Math.max(Math.min(...times_ms), Date.now() + ALARM_REST_MS));
  }
}
