import { inColour } from "./colour.mjs";
import { Mistake } from "./mistake.mjs";

/**
 * A check is right or wrong as a whole; a suite is tests, which are counted.
 *
 * @typedef {{ name: string, commands: string[][], environment?: Record<string, string> }} Check
 * @typedef {{ name: string, project: string, needsBuild: boolean, needsBrowser: boolean }} Suite
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

/**
 * Everything, or the step that is named together with the build it is about.
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
