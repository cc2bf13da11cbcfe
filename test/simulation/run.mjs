import { statfsSync } from "node:fs";
import { parseArgs } from "node:util";
import { runCommand } from "../../dev/command.mjs";
import { Mistake } from "../../dev/mistake.mjs";
import { bundleSimulation, startSimulation } from "./start-simulation.mjs";

const DEFAULT_SEEDS = 200;
const SEEDS_A_CALL = 10;
/** Objects and rows pile up in a running simulation, and with them the time that a seed takes. */
const SEEDS_A_START = 250;

const MEMORY_DISK = "/dev/shm";
const MEMORY_DISK_BYTES = 2 ** 30;

await runCommand(
  async () => {
    const { first, count, isOne } = readArguments();
    preferMemory();
    const { outcomes, fired, took_s } = await play(first, count);
    const failed = outcomes.filter(({ broken }) => broken.length > 0);
    for (const outcome of isOne ? outcomes : failed) tellOutcome(outcome);
    tellFaults(fired);
    console.log(
      `\n${count} seeds from ${first}, ${failed.length} failed, ${(count / took_s).toFixed(1)} a second`,
    );
    process.exitCode = failed.length === 0 ? 0 : 1;
  },
  { exitCodeWhenStopped: 130 },
);

function readArguments() {
  const { values } = parseArgs({
    options: { seeds: { type: "string" }, from: { type: "string" }, seed: { type: "string" } },
  });
  const isOne = values.seed !== undefined;
  const first = wholeNumber(values.seed ?? values.from ?? "1");
  return { first, count: isOne ? 1 : wholeNumber(values.seeds ?? `${DEFAULT_SEEDS}`), isOne };
}

/** @param {string} text */
function wholeNumber(text) {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Mistake(
    `"${text}" is not a whole number above 0. For instance: npm run test:simulation -- --seeds 1000`,
  );
}

/** What is tested is not the disk: files of a simulation that live for seconds need not get there. */
function preferMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY_DISK);
    if (bavail * bsize > MEMORY_DISK_BYTES) process.env.TMPDIR = MEMORY_DISK;
  } catch {
    // There is no such thing on this machine; it only takes longer.
  }
}

/**
 * @param {number} first
 * @param {number} count
 */
async function play(first, count) {
  const scripts = await bundleSimulation();
  const start_ms = performance.now();
  /** @type {import("./seed").SeedOutcome[]} */
  const outcomes = [];
  /** @type {Record<string, number>} */
  const fired = {};
  for (let next = first; next < first + count; next += SEEDS_A_START) {
    const end = Math.min(next + SEEDS_A_START, first + count);
    const simulation = await startSimulation(scripts);
    try {
      for (let seed = next; seed < end; seed += SEEDS_A_CALL) {
        const seeds = Array.from({ length: Math.min(SEEDS_A_CALL, end - seed) }, (_, index) => seed + index);
        const played = await simulation.play(seeds);
        outcomes.push(...played.outcomes);
        for (const [fault, times] of Object.entries(played.fired)) fired[fault] = (fired[fault] ?? 0) + times;
      }
    } finally {
      await simulation.stop();
    }
    // A long run is watched by somebody, and may be stopped before its end.
    if (count > SEEDS_A_START) tellProgress(outcomes, count);
  }
  return { outcomes, fired, took_s: (performance.now() - start_ms) / 1000 };
}

/**
 * @param {import("./seed").SeedOutcome[]} outcomes
 * @param {number} count
 */
function tellProgress(outcomes, count) {
  const failed = outcomes.flatMap(({ seed, broken }) => (broken.length > 0 ? [seed] : []));
  console.log(`${outcomes.length} of ${count} seeds, failed: ${failed.join(", ") || "none"}`);
}

/** @param {import("./seed").SeedOutcome} outcome */
function tellOutcome({ seed, broken, log }) {
  console.log(`\nSeed ${seed}\n${log.join("\n")}\n`);
  if (broken.length === 0) return console.log("Every invariant held.");
  for (const why of broken) console.log(`✗ ${why}`);
  console.log(`\nAgain: npm run test:simulation -- --seed ${seed}`);
}

/** @param {Record<string, number>} fired */
function tellFaults(fired) {
  console.log("\nfaults");
  for (const [fault, times] of Object.entries(fired))
    console.log(`${fault.padEnd(20)} ${`${times}`.padStart(7)}`);
}
