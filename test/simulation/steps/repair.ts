import { rebuildProjection } from "../../../app/projection/rebuild-projection.server";
import { reconcileAccount } from "../../../app/reconcile/reconcile-account.server";
import { replayEvent } from "../../../app/stripe/replay-event.server";
import type { ReconcileRun } from "../../../db/reconcile-runs.server";
import type { Shop } from "../shop";
import type { Step } from "../step";
import type { World } from "../world";

/** Compares an account with all that Stripe ever knew of it. */
export function compare(world: World, shop: Shop, repairs: boolean): Promise<ReconcileRun | null> {
  const { partnerId, accountId, livemode } = shop.account;
  const actor = { type: "member", id: shop.member.id } as const;
  return world.attempt(() =>
    reconcileAccount(
      world.context,
      { partnerId, accountId, livemode },
      { actor, repairs, since: 0, until: null },
    ),
  );
}

async function compareSome(world: World, repairs: boolean): Promise<string> {
  const shop = world.random.oneOf(world.shops)!;
  const run = await compare(world, shop, repairs);
  const result = run ? `${run.found} found, ${run.repaired} repaired` : "no answer";
  return `of shop ${world.shops.indexOf(shop)}: ${result}`;
}

export async function rebuild(world: World, partnerId: string): Promise<string> {
  const rebuilt = await world.attempt(() => rebuildProjection(world.context, { partnerId, after: "" }));
  if (rebuilt) world.record.unansweredRebuilds.delete(partnerId);
  else world.record.unansweredRebuilds.add(partnerId);
  return rebuilt ? `${rebuilt.customers}, ${rebuilt.kept.length} kept` : "no answer";
}

export const REPAIRING: Step[] = [
  { name: "compare with Stripe", weight: 1, run: (world) => compareSome(world, false) },
  { name: "compare with Stripe and repair", weight: 3, run: (world) => compareSome(world, true) },
  {
    name: "replay an event from the log",
    weight: 3,
    async run(world) {
      const event = world.random.oneOf(world.post.taken);
      const shop = world.shops.find(({ account }) => account.accountId === event?.account);
      if (!event || !shop) return null;
      const outcome = await world.attempt(() => replayEvent(world.asPartner(shop), event.id));
      return `${event.type}: ${outcome?.outcome ?? "no answer"}`;
    },
  },
  {
    name: "have a wallet retell",
    weight: 1,
    async run(world) {
      const index = world.random.between(0, world.customers.length - 1);
      const retold = await world.attempt(() => world.context.wallet(world.customers[index]!.id).retell());
      return `of customer ${index}: ${retold?.outcome ?? "no answer"}`;
    },
  },
  {
    name: "rebuild the copies of a partner",
    weight: 1,
    run: (world) => rebuild(world, world.random.oneOf(world.shops)!.partner.id),
  },
];
