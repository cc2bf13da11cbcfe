import type { Cause, Happening } from "./delivery/event";
import { resourceMissing, StripeError } from "./http/api-error";
import { PLATFORM } from "./platform";
import type { Hidden, Kind, Stored, StripeObjects } from "./storage/object-types";
import type { World } from "./world";

/** One account and one cause: everything that is read, changed and reported in it stays in that account. */
export class Scope implements Happening {
  readonly world: World;
  readonly account: string;
  readonly cause: Cause;

  constructor(world: World, account: string, cause: Cause = { id: null, idempotency_key: null }) {
    this.world = world;
    this.account = account;
    this.cause = cause;
  }

  /** The same cause, seen from another account: the platform's fee on a connected account's charge. */
  on(account: string): Scope {
    return new Scope(this.world, account, this.cause);
  }

  get isPlatform(): boolean {
    return this.account === PLATFORM;
  }

  get now_s(): number {
    return this.world.clock.now_s();
  }

  find<K extends Kind>(kind: K, id: string): Stored<K> | null {
    return this.world.objects.find(this.account, kind, id);
  }

  get<K extends Kind>(kind: K, id: string, param?: string): Stored<K> {
    const found = this.find(kind, id);
    if (!found) throw resourceMissing(kind, id, param);
    return found;
  }

  insert<K extends Kind>(kind: K, body: StripeObjects[K], hidden: Hidden<K>): void {
    this.world.objects.insert(this.account, kind, body, hidden, this.now_s);
  }

  save<K extends Kind>(_kind: K, body: StripeObjects[K]): StripeObjects[K] {
    this.world.objects.save<K>(body);
    return body;
  }

  emit(type: string, object: object, previous_attributes?: object): void {
    this.world.emit(this, type, object, previous_attributes);
  }

  connectedAccount(): Stored<"account"> {
    const found = this.world.objects.find(PLATFORM, "account", this.account);
    if (!found) throw resourceMissing("account", this.account, "account");
    return found;
  }

  /** Refuses new payments on an account that Stripe has not enabled, or has stopped. */
  requireCharges(): void {
    if (this.isPlatform || this.connectedAccount().body.charges_enabled) return;
    throw new StripeError(400, {
      type: "invalid_request_error",
      message:
        "Your account cannot currently make charges. Complete the outstanding requirements of the account first.",
    });
  }
}
