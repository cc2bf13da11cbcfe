import { setTimeout as sleep } from "node:timers/promises";
import { type Market, openMarket } from "../attack/market";
import { newSeed, readOptions } from "../attack/options";
import { Random } from "../attack/random";
import { type Disk, readDisk } from "../attack/read-disk";
import { closeConnections } from "../attack/send";
import { RunningApp } from "./running-app";
import { Memory, reportTheRest, storm } from "./storm";
import { FAULTS, unprojected, type Violation, verify } from "./verify";

/**
 * Kills the app as it is deployed, round after round, while customers buy and Stripe reports, and looks each time
 * whether the disk keeps what was answered. The seed repeats what is done, not the microsecond at which it dies.
 */
const BUYERS = 12;
const TOLD_WITHIN_S = 30;
const SHOWN = 10;

export async function main(): Promise<number> {
  const { rounds, seed } = readOptions({ rounds: 50, seed: newSeed() });
  const startedAt = performance.now();
  const market = await openMarket(BUYERS);
  try {
    const { memory, violations } = await attack(market, rounds, new Random(seed));
    for (const { fault, what } of violations.slice(0, SHOWN)) console.log(`${fault}: ${what}`);
    const counts = FAULTS.map(
      (fault) => `${violations.filter((one) => one.fault === fault).length} ${fault}`,
    );
    console.log(
      `${rounds} rounds, ${memory.deliveries} sent, ${memory.acknowledged.size} acknowledged, ` +
        `${counts.join(", ")}, ${Math.round((performance.now() - startedAt) / 1000)} s, seed ${seed}`,
    );
    if (violations.length > 0) console.log(`Again: npm run test:crash -- --rounds ${rounds} --seed ${seed}`);
    return violations.length === 0 ? 0 : 1;
  } finally {
    closeConnections();
    await market.close();
  }
}

async function attack(market: Market, rounds: number, random: Random) {
  const memory = new Memory();
  const customerIds = market.buyers.map(({ id }) => id);
  const violations: Violation[] = [];
  let before: Disk | null = null;
  const look = async () => {
    const disk = await readDisk(market.folder, customerIds);
    violations.push(...verify(disk, before, memory));
    before = disk;
    return disk;
  };

  for (let round = 1; round <= rounds && violations.length === 0; round += 1) {
    await storm(market, await RunningApp.start(market), memory, random);
    await look();
    console.log(`round ${round}: ${memory.acknowledged.size} acknowledged, ${violations.length} violations`);
  }

  const last = await RunningApp.start(market);
  await reportTheRest(market, memory);
  await last.kill();
  const left = await look();

  const idle = await RunningApp.start(market);
  await untilTold(idle, left);
  await idle.kill();
  violations.push(...unprojected(await look()));
  return { memory, violations };
}

/** Waits until D1 holds what the wallets held when nobody bought any more, or long enough. */
async function untilTold(app: RunningApp, { wallets }: Disk): Promise<void> {
  const held = [...wallets.values()];
  const entries = held.reduce((sum, wallet) => sum + wallet.entries.length, 0);
  const changes = held.flatMap(({ purchases }) => purchases).reduce((sum, { revision }) => sum + revision, 0);
  for (const deadline_ms = Date.now() + TOLD_WITHIN_S * 1_000; Date.now() < deadline_ms; await sleep(200)) {
    const [told] = await app.query<{ entries: number; changes: number }>(
      `SELECT (SELECT count(*) FROM ledger_entries) AS entries,
         (SELECT sum(revision) FROM purchases) AS changes`,
    );
    if (told?.entries === entries && told.changes === changes) break;
  }
  // A wallet forgets what it had to tell just after D1 has it.
  await sleep(1_000);
}
