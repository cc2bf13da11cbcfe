import { inColour } from "./colour.mjs";
import { Mistake } from "./mistake.mjs";

/**
 * A check is right or wrong as a whole; a suite is tests, which are counted; an attack is a program that goes at the
 * built Worker from outside, or plays its code through, and tells in its last line what came of it.
 *
 * @typedef {{ name: string, commands: string[][], environment?: Record<string, string> }} Check
 * @typedef {{ name: string, project: string, needsBuild: boolean, needsBrowser: boolean }} Suite
 * @typedef {{ name: string, program: string, brief: string[], needsBuild: boolean }} Attack `brief` are its arguments when nobody gives others
 */

/** @type {Check} */
export const BUILD = {
  name: "build",
  commands: [
    ["remix", "vite:build"],
    ["wrangler", "deploy", "--dry-run", "--outdir", "build/worker"],
  ],
  environment: { NODE_ENV: "production" },
};

/** @type {Check[]} */
const CHECKS = [
  { name: "types", commands: [["tsc"]] },
  { name: "lint", commands: [["biome", "ci", `--colors=${inColour ? "force" : "off"}`, "."]] },
  BUILD,
];

/** @type {Suite[]} */
const SUITES = [
  { name: "unit", project: "unit", needsBuild: false, needsBrowser: false },
  { name: "workerd", project: "worker", needsBuild: true, needsBrowser: false },
  { name: "browser", project: "browser", needsBuild: true, needsBrowser: true },
];

/** @type {Attack[]} */
const ATTACKS = [
  { name: "simulation", program: "test/simulation/run.mjs", brief: ["--seeds", "100"], needsBuild: false },
  { name: "crash", program: "test/crash/crash.ts", brief: ["--rounds", "3"], needsBuild: true },
  { name: "fuzz", program: "test/fuzz/fuzz.ts", brief: ["--count", "2000"], needsBuild: true },
  { name: "guess", program: "test/guess/guess.ts", brief: ["--count", "500"], needsBuild: true },
];

/**
 * Everything, or the step that is named together with the build it is about.
 *
 * @param {string | undefined} name
 */
export function stepsFor(name) {
  if (name === undefined) return { checks: CHECKS, suites: SUITES, attacks: ATTACKS };

  const suites = SUITES.filter((suite) => suite.name === name);
  const attacks = ATTACKS.filter((attack) => attack.name === name);
  const needsBuild = [...suites, ...attacks].some((step) => step.needsBuild);
  const checks = needsBuild ? [BUILD] : CHECKS.filter((check) => check.name === name);
  if (suites.length + attacks.length + checks.length > 0) return { checks, suites, attacks };

  const names = [...CHECKS, ...SUITES, ...ATTACKS].map((step) => step.name).join(", ");
  throw new Mistake(`There is no step "${name}". These can be run alone: ${names}.`);
}
