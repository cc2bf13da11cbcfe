import { type Market, openMarket } from "../attack/market";
import { newSeed, readOptions } from "../attack/options";
import { Random } from "../attack/random";
import { type Disk, readDisk } from "../attack/read-disk";
import { closeConnections } from "../attack/send";
import { untilTold } from "../attack/until-told";
import { FAULTS, unprojected, type Violation, verify } from "../attack/verify";
import { RunningApp } from "./running-app";
import { Memory, reportTheRest, storm } from "./storm";

/**
 * Kills the app as it is deployed, round after round, while customers buy and Stripe reports, and looks each time
 * whether the disk keeps what was answered. The seed repeats what is done, not the microsecond at which it dies.
 */
const BUYERS = 12;
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
  await untilTold(left, (sql) => idle.query(sql));
  await idle.kill();
  violations.push(...unprojected(await look()));
  return { memory, violations };
}
