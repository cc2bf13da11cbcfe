import { act } from "../control/actions";
import type { Courier } from "../delivery/courier";
import { patiently } from "../delivery/patience";
import { parameterInvalid } from "../http/api-error";
import { parseMoney } from "../money";
import type { World } from "../world";
import { notFound, redirect } from "./layout";

/** A button of the dashboard: does it, waits for the application to hear of it, and shows the page again. */
export async function submitAction(
  world: World,
  courier: Courier,
  collection: string,
  id: string,
  name: string,
  amount: string,
): Promise<Response> {
  if (collection === "events") {
    if (name !== "resend" || !world.objects.findInAnyAccount("event", id)) return notFound();
    await patiently(courier.resend(id, 1, false));
    return redirect(`/dashboard/events/${id}`);
  }
  const { result, events } = world.change(() =>
    act(world, collection, id, name, { amount: readAmount(world, id, amount) }),
  );
  await patiently(courier.deliver(events));
  return redirect(`/dashboard/${result}`);
}

function readAmount(world: World, intentId: string, typed: string): number | undefined {
  if (typed.trim() === "") return undefined;
  const intent = world.objects.findInAnyAccount("payment_intent", intentId);
  const amount = parseMoney(typed, intent?.body.currency ?? "usd");
  if (amount === null) throw parameterInvalid("amount", `"${typed}" is not an amount. Write it like 49.00.`);
  return amount;
}
