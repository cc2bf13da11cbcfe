import { openMarket } from "../attack/market";
import { newSeed, readOptions } from "../attack/options";
import { closeConnections } from "../attack/send";
import { Door, letsIn } from "./door";
import { Siege } from "./siege";

/**
 * Guesses at sign-in codes of the app as it is deployed: of a customer in a portal and of an owner in the dashboard. No
 * guess may sign anybody in, the owner of an address must not be locked out by it, nor anybody else.
 */
const BUYERS = 2;
const OWNER = "olivia@acme.test";

export async function main(): Promise<number> {
  const { count, seed } = readOptions({ count: 10_000, seed: newSeed() });
  const startedAt = performance.now();
  const market = await openMarket(BUYERS);
  try {
    const app = await market.serve();
    const query = async (sql: string, ...bound: string[]) =>
      (
        await app.database
          .prepare(sql)
          .bind(...bound)
          .all()
      ).results;
    const [customer, neighbour] = market.buyers.map(({ email }) => email);
    const portal = `acme.localhost:${market.ports.PORT}`;
    const doors = [
      new Door(market.ports, portal, customer ?? ""),
      new Door(market.ports, `localhost:${market.ports.PORT}`, OWNER),
    ];
    const sieges = doors.map((door) => new Siege(door, query));
    const beside = new Door(market.ports, portal, neighbour ?? "");
    const [letIn] = await Promise.all([
      letsNeighbourIn(beside),
      ...sieges.map((siege, index) => siege.run(Math.ceil(count / doors.length), seed + index)),
    ]);
    await app.stop();

    const violations = [...sieges.flatMap((siege) => siege.violations), ...letIn];
    for (const what of violations) console.log(what);
    const lookedAt = sieges.reduce((sum, siege) => sum + siege.lookedAt, 0);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(
      `${count} guesses (${told(sieges)}), ${lookedAt} looked at, ${violations.length} wrong, ${seconds} s, seed ${seed}`,
    );
    if (violations.length > 0) console.log(`Again: npm run test:guess -- --count ${count} --seed ${seed}`);
    return violations.length === 0 ? 0 : 1;
  } finally {
    closeConnections();
    await market.close();
  }
}

/** Somebody else of the same portal, in the middle of it. */
async function letsNeighbourIn(door: Door): Promise<string[]> {
  const challenge = await door.asks();
  const isIn = challenge !== null && letsIn(await door.types(challenge.code, challenge.cookie));
  return isIn ? [] : ["a neighbour was kept out"];
}

function told(sieges: Siege[]): string {
  const answers = new Map<number, number>();
  for (const [status, times] of sieges.flatMap((siege) => [...siege.answers])) {
    answers.set(status, (answers.get(status) ?? 0) + times);
  }
  return [...answers]
    .sort()
    .map(([status, times]) => `${times} × ${status}`)
    .join(", ");
}
