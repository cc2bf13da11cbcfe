import { API_VERSION } from "../api-version";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Event, Stored } from "../storage/object-types";

export function buildEvent(
  scope: Scope,
  type: string,
  object: object,
  previous_attributes: object | undefined,
  pending_webhooks: number,
): Event {
  return {
    id: newId("evt_1"),
    object: "event",
    ...(scope.isPlatform ? {} : { account: scope.account }),
    api_version: API_VERSION,
    created: scope.now_s,
    data: { object, ...(previous_attributes ? { previous_attributes } : {}) },
    livemode: false,
    pending_webhooks,
    request: scope.cause,
    type,
  };
}

/** Events of connected accounts go to Connect endpoints only, the platform's own to the others. */
export function isMeantFor(endpoint: Stored<"webhook_endpoint">, scope: Scope, type: string): boolean {
  const { status, enabled_events } = endpoint.body;
  if (status !== "enabled" || endpoint.hidden.connect === scope.isPlatform) return false;
  return enabled_events.includes("*") || enabled_events.includes(type);
}
