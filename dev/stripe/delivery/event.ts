import { API_VERSION } from "../api-version";
import { newId } from "../ids";
import type { Event, Stored } from "../storage/object-types";

/** What made something happen, as events tell it: an API request, or nobody's (a hosted page, the clock). */
export interface Cause {
  id: string | null;
  idempotency_key: string | null;
}

/** Where, when and why something happened. */
export interface Happening {
  readonly account: string;
  readonly isPlatform: boolean;
  readonly cause: Cause;
  readonly now_s: number;
}

export function buildEvent(
  happening: Happening,
  type: string,
  object: object,
  previous_attributes: object | undefined,
  pending_webhooks: number,
): Event {
  return {
    id: newId("evt_1"),
    object: "event",
    ...(happening.isPlatform ? {} : { account: happening.account }),
    api_version: API_VERSION,
    created: happening.now_s,
    data: { object, ...(previous_attributes ? { previous_attributes } : {}) },
    livemode: false,
    pending_webhooks,
    request: happening.cause,
    type,
  };
}

/** Events of connected accounts go to Connect endpoints only, the platform's own to the others. */
export function isMeantFor(
  endpoint: Stored<"webhook_endpoint">,
  happening: Happening,
  type: string,
): boolean {
  const { status, enabled_events } = endpoint.body;
  if (status !== "enabled" || endpoint.hidden.connect === happening.isPlatform) return false;
  return enabled_events.includes("*") || enabled_events.includes(type);
}
