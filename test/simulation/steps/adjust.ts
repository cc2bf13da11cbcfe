import { creditsToMicros } from "../../../app/credits";
import { adjustCredits } from "../../../app/customers/adjust-credits.server";
import { newId } from "../../../app/ids";
import type { Step } from "../step";
import type { World } from "../world";

const MORE_THAN_ANYBODY_HAS = creditsToMicros(100_000_000);

export async function adjust(
  world: World,
  customerId: string,
  formId: string,
  amountMicros: number,
): Promise<string | null> {
  const customer = world.customers.find(({ id }) => id === customerId)!;
  const partner = world.asPartner(world.shopOf(customer));
  const draft = { amountMicros, note: "By hand" };
  const answer = await world.attempt(() => adjustCredits(partner, customerId, draft, formId));
  world.record.adjustments.push({ customerId, formId, amountMicros, answer });
  return `${amountMicros}: ${answer?.outcome ?? "no answer"}`;
}

const someCustomer = (world: World) => world.random.oneOf(world.customers)!.id;

async function repeat(world: World, change: (amountMicros: number) => number): Promise<string | null> {
  const earlier = world.random.oneOf(world.record.adjustments);
  if (!earlier) return null;
  return adjust(world, earlier.customerId, earlier.formId, change(earlier.amountMicros));
}

export const ADJUSTING: Step[] = [
  {
    name: "add credits",
    weight: 4,
    run: (world) => adjust(world, someCustomer(world), newId("form"), world.random.between(1, 5_000_000_000)),
  },
  {
    name: "deduct credits",
    weight: 4,
    run: (world) =>
      adjust(world, someCustomer(world), newId("form"), -world.random.between(1, 2_000_000_000)),
  },
  {
    name: "deduct more than there is",
    weight: 1,
    run: (world) => adjust(world, someCustomer(world), newId("form"), -MORE_THAN_ANYBODY_HAS),
  },
  { name: "send a form again", weight: 3, run: (world) => repeat(world, (amount) => amount) },
  {
    name: "send a form again with another amount",
    weight: 2,
    run: (world) => repeat(world, (amount) => amount + 1 || 1),
  },
];
