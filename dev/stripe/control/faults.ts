import { parameterInvalid } from "../http/api-error";
import type { Value } from "../http/form";
import { fields, integer, oneOf, required, text } from "../http/parameters";
import type { ApiFault, DeliveryFault, Fault } from "../storage/fault-list";
import type { World } from "../world";

const DELIVERY_ACTIONS = [
  "drop",
  "duplicate",
  "delay",
  "reorder",
  "old_timestamp",
  "bad_signature",
  "hold",
] as const satisfies DeliveryFault["action"][];

const API_ACTIONS = ["status", "timeout", "lost_reply"] as const satisfies ApiFault["action"][];

const newFault = fields({
  action: oneOf(...DELIVERY_ACTIONS, ...API_ACTIONS),
  type: text,
  path: text,
  status: integer,
  times: integer,
  delay_ms: integer,
});

type Params = ReturnType<typeof newFault>;

export function addFault(world: World, body: Value): object {
  const params = newFault(body, "");
  world.faults.add(readFault(params), params.times ?? 1);
  return { faults: world.faults.all() };
}

function readFault({ action, type, path, status, delay_ms }: Params): Fault {
  const wanted = required(action, "action");
  const delay = delay_ms === undefined ? {} : { delay_ms };
  if (wanted === "status" || wanted === "timeout" || wanted === "lost_reply") {
    const answer = status === undefined ? {} : { status: readStatus(status) };
    return { kind: "api", action: wanted, ...(path === undefined ? {} : { path }), ...answer, ...delay };
  }
  return { kind: "delivery", action: wanted, ...(type === undefined ? {} : { type }), ...delay };
}

function readStatus(status: number): 429 | 500 | 503 {
  if (status === 429 || status === 500 || status === 503) return status;
  throw parameterInvalid("status", "Invalid status: must be one of 429, 500, 503");
}
