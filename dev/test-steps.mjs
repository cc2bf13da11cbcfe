import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";
import { runChild } from "./child.mjs";
import { Mistake } from "./mistake.mjs";
import { readCounts } from "./test-counts.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const RESULTS = "build/test-results";

/** @typedef {import("./test-counts.mjs").Counts} Counts */
/** @typedef {{ name: string, commands: string[][], env?: Record<string, string> }} Check something that is right or wrong as a whole */
/** @typedef {{ name: string, project: string, needsBuild?: true, needsBrowser?: true }} Suite tests that are counted */

const BUILD = {
  name: "build",
  commands: [
    ["remix", "vite:build"],
    ["wrangler", "deploy", "--dry-run", "--outdir", "build/worker"],
  ],
  env: { NODE_ENV: "production" },
};

/** @type {Check[]} */
const CHECKS = [
  { name: "types", commands: [["tsc"]] },
  { name: "lint", commands: [["biome", "ci", "."]] },
  BUILD,
];

/** @type {Suite[]} */
const SUITES = [
  { name: "unit", project: "unit" },
  { name: "workerd", project: "worker", needsBuild: true },
  { name: "browser", project: "browser", needsBuild: true, needsBrowser: true },
];

/**
 * Everything, or the one step that is named and the build it tests.
 *
 * @param {string | undefined} name
 */
export function stepsFor(name) {
  if (name === undefined) return { checks: CHECKS, suites: SUITES };

  const suites = SUITES.filter((suite) => suite.name === name);
  const checks = suites[0]?.needsBuild ? [BUILD] : CHECKS.filter((check) => check.name === name);
  if (suites.length + checks.length > 0) return { checks, suites };

  const names = [...CHECKS, ...SUITES].map((step) => step.name).join(", ");
  throw new Mistake(`There is no step "${name}". These can be run alone: ${names}.`);
}

/**
 * @param {ReturnType<typeof stepsFor>} steps
 * @param {string[]} vitestArguments
 */
export async function runSteps({ checks, suites }, vitestArguments) {
  // All at once: types keeps one processor busy, and the build mostly the other.
  const isRight = new Map(await Promise.all(checks.map(async (check) => [check, await runCheck(check)])));
  const total = { passed: 0, failed: [...isRight.values()].filter((right) => !right).length, skipped: 0 };

  for (const suite of suites) {
    const { passed, failed, skipped } = await runSuite(suite, isRight.get(BUILD) ?? false, vitestArguments);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
