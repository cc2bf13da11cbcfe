import type { Bindings } from "./bindings";
import { Clock } from "./clock";
import { buildEvent, type Happening, isMeantFor } from "./delivery/event";
import { buildWebhookEndpoint } from "./objects/webhook-endpoint";
import { PLATFORM } from "./platform";
import { DeliveryLog } from "./storage/delivery-log";
import { FaultList } from "./storage/fault-list";
import { IdempotencyKeys } from "./storage/idempotency-keys";
import { ObjectStore } from "./storage/object-store";
import { emptyTables, prepareTables } from "./storage/schema";
import { Settings } from "./storage/settings";

/** Everything that Stripe knows, and the one way to change it. */
export class World {
  readonly origin: string;
  readonly objects: ObjectStore;
  readonly deliveries: DeliveryLog;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly faults: FaultList;
  readonly clock: Clock;
  readonly #storage: DurableObjectStorage;
  readonly #bindings: Bindings;
  #emitted: string[] = [];

  constructor(storage: DurableObjectStorage, bindings: Bindings) {
    prepareTables(storage.sql);
    this.#storage = storage;
    this.#bindings = bindings;
    this.origin = bindings.ORIGIN.replace(/\/$/, "");
    this.objects = new ObjectStore(storage.sql);
    this.deliveries = new DeliveryLog(storage.sql);
    this.idempotencyKeys = new IdempotencyKeys(storage.sql);
    this.faults = new FaultList(storage.sql);
    this.clock = new Clock(new Settings(storage.sql));
    this.#listenWithConfiguredEndpoints();
  }

  /** One change: all of it or, when it throws, nothing. Answers with the events that it caused, in order. */
  change<T>(work: () => T): { result: T; events: string[] } {
    this.#emitted = [];
    const result = this.#storage.transactionSync(work);
    return { result, events: this.#emitted };
  }

  emit(happening: Happening, type: string, object: object, previous_attributes?: object): void {
    const endpoints = this.objects
      .all(PLATFORM, "webhook_endpoint")
      .filter((endpoint) => isMeantFor(endpoint, happening, type));
    const event = buildEvent(happening, type, object, previous_attributes, endpoints.length);
    this.objects.insert(happening.account, "event", event, null, happening.now_s);
    for (const endpoint of endpoints.reverse()) this.deliveries.add(event, endpoint.body.id);
    this.#emitted.push(event.id);
  }

  reset(): void {
    emptyTables(this.#storage.sql);
    this.#listenWithConfiguredEndpoints();
  }

  /** The two endpoints of the application follow its configuration at every start. */
  #listenWithConfiguredEndpoints(): void {
    const { STRIPE_WEBHOOK_URL: url, STRIPE_WEBHOOK_SECRET, STRIPE_CONNECT_WEBHOOK_SECRET } = this.#bindings;
    this.#listen("we_platform", url, { secret: STRIPE_WEBHOOK_SECRET, connect: false });
    this.#listen("we_connect", url, { secret: STRIPE_CONNECT_WEBHOOK_SECRET, connect: true });
  }

  #listen(id: string, url: string, hidden: { secret: string; connect: boolean }): void {
    this.objects.remove(id);
    this.objects.insert(
      PLATFORM,
      "webhook_endpoint",
      buildWebhookEndpoint(id, this.clock.now_s(), { url, enabled_events: ["*"] }),
      hidden,
      this.clock.now_s(),
    );
  }
}
