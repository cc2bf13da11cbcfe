import { type Market, openMarket } from "../attack/market";
import { newSeed, readOptions } from "../attack/options";
import { readDisk } from "../attack/read-disk";
import { closeConnections } from "../attack/send";
import { paidEvent } from "../attack/stripe-side";
import { untilTold } from "../attack/until-told";
import { unprojected, type Violation, verify } from "../attack/verify";
import { Campaign } from "./campaign";
import { writeFindings } from "./findings";
import { realEvents } from "./real-events";

/**
 * Posts bodies to the webhook of the app as it is deployed: half are signed and wrong in some way, half are anything.
 * Nothing may break, and nothing may be credited but what was paid as agreed.
 */
const BUYERS = 10;
const BYSTANDERS = 2;
const PLAN = "plan_01acme0000000000000starter";

export async function main(): Promise<number> {
  const { count, seed } = readOptions({ count: 100_000, seed: newSeed() });
  const startedAt = performance.now();
  const market = await openMarket(BUYERS + BYSTANDERS);
  try {
    const { answers, findings, violations, credited } = await attack(market, count, seed);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    for (const line of await writeFindings(findings, seed)) console.log(line);
    for (const { fault, what } of violations) console.log(`${fault}: ${what}`);
    const counts = [...answers].sort().map(([answer, times]) => `${times} × ${answer}`);
    console.log(
      `${count} bodies (${counts.join(", ")}), ${findings.length} broken, ${credited} purchases credited, ` +
        `${violations.length} wrongly, ${seconds} s, seed ${seed}`,
    );
    const isFine = findings.length + violations.length === 0;
    if (!isFine) console.log(`Again: npm run test:fuzz -- --count ${count} --seed ${seed}`);
    return isFine ? 0 : 1;
  } finally {
    closeConnections();
    await market.close();
  }
}

async function attack(market: Market, count: number, seed: number) {
  const customerIds = market.buyers.map(({ id }) => id);
  const bystanders = market.buyers.slice(0, BYSTANDERS);
  const buyers = market.buyers.slice(BYSTANDERS);

  const prepared = await market.serve();
  const { events, opened } = await realEvents({ ...market, buyers });
  const elsewhere = await Promise.all(bystanders.map((bystander) => bystander.opens(PLAN)));
  for (const { account, session } of elsewhere) {
    await market.stripe.deliver(market.ports.PORT, JSON.stringify(paidEvent(account, session)));
  }
  await prepared.stop();
  const before = await readDisk(market.folder, customerIds);

  const app = await market.serve();
  const campaign = new Campaign(market, buyers, events);
  campaign.knows(opened);
  campaign.knows(elsewhere, elsewhere);
  await campaign.run(count, seed);
  await app.stop();
  const left = await readDisk(market.folder, customerIds);

  const idle = await market.serve();
  await untilTold(left, async (sql) => (await idle.database.prepare(sql).all()).results);
  await idle.stop();
  const disk = await readDisk(market.folder, customerIds);

  const violations: Violation[] = [
    ...verify(disk, left, {
      ...campaign,
      acknowledged: new Set(elsewhere.map(({ purchaseId }) => purchaseId)),
    }),
    ...unprojected(disk),
    ...bystanders.flatMap(({ id }) => changesOf(id, before.wallets.get(id), disk.wallets.get(id))),
  ];
  const credited = [...disk.wallets.values()].flatMap(({ entries }) => entries).length;
  return { answers: campaign.answers, findings: campaign.findings, violations, credited };
}

/** A wallet that nobody has named is the same to the last byte, save that D1 has been told of it. */
function changesOf(customerId: string, before: object | undefined, after: object | undefined): Violation[] {
  const same = (wallet: object | undefined) => JSON.stringify({ ...wallet, outbox: 0 });
  return same(before) === same(after)
    ? []
    : [{ fault: "changed", what: `the wallet of ${customerId}, whom no body has named` }];
}
