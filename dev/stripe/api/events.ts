import { listPage } from "../http/list-page";
import { fields, flag, list, none, paging, text } from "../http/parameters";
import { route } from "../http/route";
import type { Scope } from "../scope";
import { type Condition, fieldIs } from "../storage/object-store";
import type { Event } from "../storage/object-types";

const PATH = "/v1/events";

export const eventRoutes = [
  route(
    "GET",
    PATH,
    fields({ ...paging, type: text, types: list(text), delivery_success: flag }),
    (scope, { type, types, delivery_success, ...page }) => {
      const found = listPage(scope, "event", PATH, page, [
        ...(type === undefined ? [] : [ofType(type)]),
        ...(types === undefined ? [] : [ofOneType(types)]),
        ...(delivery_success === undefined ? [] : [wasDelivered(delivery_success)]),
      ]);
      return { ...found, data: found.data.map((event) => withPending(scope, event)) };
    },
  ),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => withPending(scope, scope.get("event", id).body)),
];

/** `charge.*` asks for a family. */
function ofType(type: string): Condition {
  if (!type.endsWith(".*")) return fieldIs("type", type);
  const family = type.slice(0, -1);
  return { sql: "substr(json_extract(body, '$.type'), 1, ?) = ?", values: [family.length, family] };
}

function ofOneType(types: string[]): Condition {
  if (types.length === 0) return { sql: "1 = 1", values: [] };
  const conditions = types.map(ofType);
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(" OR ")})`,
    values: conditions.flatMap(({ values }) => values),
  };
}

function wasDelivered(delivered: boolean): Condition {
  const undelivered =
    "EXISTS (SELECT 1 FROM deliveries WHERE deliveries.event = objects.id AND deliveries.state <> 'delivered')";
  return { sql: delivered ? `NOT ${undelivered}` : undelivered, values: [] };
}

function withPending(scope: Scope, event: Event): Event {
  const deliveries = scope.world.deliveries.ofEvent(event.id);
  return { ...event, pending_webhooks: deliveries.filter(({ state }) => state !== "delivered").length };
}
