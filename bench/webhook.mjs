import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { aimsOf } from "./aims.mjs";
import { compare } from "./comparison.mjs";
import { measureGrowth } from "./growth.mjs";
import { measureMemory } from "./memory.mjs";
import { pressure } from "./process-tree.mjs";
import { tellAims, tellComparison, tellGrowth, tellMemory } from "./report.mjs";
import { startStripeNoWebhooks } from "./systems/stripe-no-webhooks.mjs";
import { startTopup, WITHOUT_D1 } from "./systems/topup.mjs";
import { startVerifyOnly } from "./systems/verify-only.mjs";

/** @typedef {import("./systems/system.mjs").System} System */

const FULL = {
  deliveries: 2_000,
  customers: 100,
  entries: 1_000_000,
  memory: { credits: 100_000, customers: 1_000 },
};
const QUICK = {
  deliveries: 200,
  customers: 20,
  entries: 10_000,
  memory: { credits: 400, customers: 40 },
};

/**
 * How fast deliveries of Stripe become credits, beside systems that others wrote or that do less.
 *
 * @param {{ rounds: number, quick: boolean }} options
 */
export async function benchWebhook({ rounds, quick }) {
  const scale = quick ? QUICK : FULL;
  const folder = mkdtempSync(join(tmpdir(), "topup-bench-"));
  // Also when the run is cut short.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  // Postgres runs under an account of its own.
  chmodSync(folder, 0o755);
  console.log(
    `${new Date().toISOString()}  Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, state in ${folder}`,
  );
  console.log(`${rounds} rounds of ${scale.deliveries} deliveries. Before: ${pressure()}`);
  const comparison = await withSystems(folder, (systems) => compare(systems, scale, rounds));
  tellComparison(comparison);
  const growth = await withTopup(join(folder, "growth"), (topup) => measureGrowth(topup, scale, rounds));
  tellGrowth(growth, scale.entries);
  tellAims(aimsOf(comparison, growth));
  const memory = await withTopup(join(folder, "memory"), (topup) => measureMemory(topup, scale.memory));
  tellMemory(memory);
  console.log(`\nAfter: ${pressure()}`);
}

/**
 * @template T
 * @param {string} folder
 * @param {(systems: System[]) => Promise<T>} work
 */
async function withSystems(folder, work) {
  /** @type {System[]} */
  const systems = [
    await startVerifyOnly(),
    await startTopup(join(folder, "topup")),
    await startTopup(join(folder, "without-d1"), WITHOUT_D1),
  ];
  for (const sync of [true, false]) {
    try {
      systems.push(await startStripeNoWebhooks(join(folder, `postgres-${sync}`), { sync }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      console.log(`Skipped: stripe-no-webhooks${sync ? "" : ", sync off"}, because ${reason}`);
    }
  }
  try {
    return await work(systems);
  } finally {
    for (const system of systems) await system.stop();
  }
}

/**
 * @template T
 * @param {string} folder
 * @param {(topup: import("./systems/topup.mjs").Topup) => Promise<T>} work
 */
async function withTopup(folder, work) {
  const topup = await startTopup(folder);
  try {
    return await work(topup);
  } finally {
    await topup.stop();
  }
}
