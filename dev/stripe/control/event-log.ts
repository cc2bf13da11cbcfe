import { PLATFORM } from "../platform";
import type { Stored } from "../storage/object-types";
import type { World } from "../world";

/** Events newest first, with what became of each: of all accounts, or of the one that is asked for. */
export function eventLog(world: World, query: URLSearchParams): object[] {
  const type = query.get("type");
  const account = query.get("account");
  const accounts = account ? [account] : [PLATFORM, ...connectedAccounts(world)];
  return accounts
    .flatMap((id) => world.objects.all(id, "event"))
    .filter(({ body }) => type === null || body.type === type)
    .sort((one, other) => other.body.created - one.body.created)
    .map((event) => withDeliveries(world, event));
}

function connectedAccounts(world: World): string[] {
  return world.objects.all(PLATFORM, "account").map(({ body }) => body.id);
}

function withDeliveries(world: World, { body }: Stored<"event">) {
  const attempts = world.deliveries.attemptsOf(body.id);
  const deliveries = world.deliveries.ofEvent(body.id).map(({ endpoint, state }) => ({
    endpoint,
    state,
    attempts: attempts.filter((attempt) => attempt.endpoint === endpoint),
  }));
  return { ...body, deliveries };
}
