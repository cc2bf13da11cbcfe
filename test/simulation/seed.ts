import { DAY_MS, MINUTE_MS } from "../../app/time";
import { listPlans } from "../../db/plans.server";
import type { Inbox } from "../../dev/inbox/inbox";
import { check } from "./check";
import { clock } from "./clock";
import { drain, ringUntilQuiet } from "./drain";
import type { Evidence, Seller, Snapshot } from "./evidence";
import { faults } from "./faults";
import type { Shop } from "./shop";
import { takeSnapshot } from "./snapshot";
import { STEPS } from "./steps";
import { offerPlan } from "./steps/change-plans";
import { compare } from "./steps/repair";
import { type SimulationBindings, World } from "./world";

export interface SeedOutcome {
  seed: number;
  steps: number;
  /** Empty when every invariant held. */
  broken: string[];
  log: string[];
}

export interface Sites {
  stripe: DurableObjectStub;
  inbox: DurableObjectStub<Inbox>;
}

const MOST_DRAWS = 8;

/** Plays one seed from the first click to the last check. */
export async function playSeed(
  bindings: SimulationBindings,
  seed: number,
  sites: Sites,
  log: string[],
): Promise<SeedOutcome> {
  clock.begin();
  faults.end();
  const world = await World.open(bindings, seed, sites.stripe, log);
  for (const shop of world.shops) {
    for (let plans = world.random.between(1, 3); plans > 0; plans -= 1) await offerPlan(world, shop);
  }
  faults.begin(seed);

  const steps = world.random.between(10, 40);
  const looksAt = new Set([world.random.between(1, steps), world.random.between(1, steps)]);
  const earlier: Snapshot[] = [];
  for (let step = 1; step <= steps; step += 1) {
    await takeStep(world, step);
    if (looksAt.has(step)) earlier.push(await takeSnapshot(world));
  }
  faults.end();
  clock.goWrongBy(0);
  const broken = await judge(world, sites, earlier);
  return { seed, steps, broken, log };
}

/** Draws until something can be done, so that a seed is as long as it says. */
async function takeStep(world: World, number: number): Promise<void> {
  faults.beginStep(number);
  clock.pass(world.random.between(1, 10) * MINUTE_MS);
  clock.goWrongBy(faults.strikes("clock_behind") ? -DAY_MS : faults.strikes("clock_ahead") ? DAY_MS : 0);
  for (let draws = 0; draws < MOST_DRAWS; draws += 1) {
    const { name, run } = world.random.weighted(STEPS)!;
    const at = world.log.push(`${number}. ${name}`) - 1;
    const did = await run(world);
    world.log[at] = `${number}. ${name}${did && `: ${did}`}`;
    if (did !== null) break;
    world.log.pop();
  }
  await world.finishBackground();
}

/** Two verdicts: of the world come to rest, and of the same world told everything once more. */
async function judge(world: World, sites: Sites, earlier: Snapshot[]): Promise<string[]> {
  await drain(world);
  const secondComparisons = [];
  for (const shop of world.shops) secondComparisons.push((await compare(world, shop, true))!);
  const evidence = await gather(world, sites, { earlier, secondComparisons });
  const broken = check(evidence);
  if (broken.length > 0) return broken;

  for (const event of world.post.taken) await world.post.deliver(world.context, event);
  await world.finishBackground();
  await ringUntilQuiet(world);
  const after = await takeSnapshot(world);
  return whatItHolds(evidence) === whatItHolds(after)
    ? []
    : ["I15 a replay of all webhooks changed something"];
}

const whatItHolds = ({ wallets, database }: Snapshot) =>
  JSON.stringify([
    [...wallets.values()].map(({ purchases, entries, cases }) => [purchases, entries, cases]),
    database.purchases,
    database.purchase_attempts,
    database.refund_cases,
    database.sales_by_day,
    database.sales_by_customer,
    database.ledger_entries,
    database.customer_balances,
    database.emails,
  ]);

async function gather(
  world: World,
  { inbox }: Sites,
  before: Pick<Evidence, "earlier" | "secondComparisons">,
): Promise<Evidence> {
  const addresses = new Set(world.customers.map(({ email }) => email));
  return {
    ...(await takeSnapshot(world)),
    ...(await askAccounts(world)),
    ...before,
    sellers: await Promise.all(world.shops.map((shop) => describeSeller(world, shop))),
    receiptsSent: (await inbox.list({ to: null, subject: "receipt" })).filter(({ to }) =>
      to.some((address) => addresses.has(address)),
    ).length,
    record: world.record,
  };
}

async function askAccounts({ stripe, shops }: World) {
  const known: Pick<Evidence, "sessions" | "refunds" | "disputes"> = {
    sessions: [],
    refunds: [],
    disputes: [],
  };
  for (const { account } of shops) {
    known.sessions.push(...(await stripe.sessions(account.accountId)));
    known.refunds.push(...(await stripe.refunds(account.accountId)));
    known.disputes.push(...(await stripe.disputes(account.accountId)));
  }
  return known;
}

async function describeSeller(world: World, { partner, account, customers }: Shop): Promise<Seller> {
  const plans = await listPlans(world.db, partner.id);
  return {
    partnerId: partner.id,
    accountId: account.accountId,
    customerIds: customers.map(({ id }) => id),
    offeredPlanIds: plans.filter(({ active }) => active).map(({ id }) => id),
  };
}
