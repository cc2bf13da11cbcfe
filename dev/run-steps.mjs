import { mkdir, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";
import { runChild } from "./child.mjs";
import { colourEnvironment } from "./colour.mjs";
import { BUILD } from "./steps.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROGRAMS = fileURLToPath(new URL("../node_modules/.bin/", import.meta.url));
const RUN_TYPESCRIPT = fileURLToPath(new URL("run-typescript.mjs", import.meta.url));
const RESULTS = fileURLToPath(new URL("../build/test-results/", import.meta.url));
const NO_TEST = "^$";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Runs every step, also after one has failed, and tells each in a line. A failed check counts as one failed test.
 *
 * @param {ReturnType<typeof import("./steps.mjs").stepsFor>} steps
 * @param {string[]} givenArguments for the suites and attacks
 * @returns {Promise<Counts>}
 */
export async function runSteps({ checks, suites, attacks }, givenArguments) {
  // At the same time, which is faster even on two processors: types and the build keep one busy each.
  const failed = (await Promise.all(checks.map(failureOf))).filter((check) => check !== null);
  const total = { passed: 0, failed: failed.length, skipped: 0 };

  for (const suite of suites) {
    if (suite.needsBuild && failed.includes(BUILD)) {
      tell("✗", suite.name, "not run, because the build failed");
      continue;
    }
    const counts = await runSuite(suite, givenArguments);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  for (const attack of attacks) {
    const isStanding = !failed.includes(BUILD) && (await runAttack(attack, givenArguments));
    total[isStanding ? "passed" : "failed"] += 1;
  }
  return total;
}

/**
 * Counts as one test. With arguments of its own somebody is watching, and hears it as it goes.
 *
 * @param {import("./steps.mjs").Attack} attack
 * @param {string[]} givenArguments
 */
async function runAttack({ name, program, brief }, givenArguments) {
  const isWatched = givenArguments.length > 0;
  const took = stopwatch();
  const { ok, output } = await runChild(
    process.execPath,
    [RUN_TYPESCRIPT, program, ...(isWatched ? givenArguments : brief)],
    { cwd: ROOT, env: process.env, hear: (text) => void (isWatched && process.stdout.write(text)) },
  );
  const told = output.trimEnd().split("\n").at(-1) ?? "";
  tell(ok ? "✓" : "✗", name, `${took()}  ${told}`, ok || isWatched ? "" : output);
  return ok;
}

/** @param {import("./steps.mjs").Check} check */
async function failureOf(check) {
  const { name, commands, environment } = check;
  const took = stopwatch();
  let output = "";
  for (const [program, ...args] of commands) {
    const ran = await runProgram(program ?? "", args, environment);
    output += ran.output;
    if (ran.ok) continue;
    tell("✗", name, took(), ran.output);
    return check;
  }
  tell("✓", name, took(), process.env.VERBOSE ? output : "");
  return null;
}

/**
 * @param {import("./steps.mjs").Suite} suite
 * @param {string[]} vitestArguments
 * @returns {Promise<Counts>}
 */
async function runSuite({ name, project, needsBrowser }, vitestArguments) {
  const browser = needsBrowser ? await findBrowser() : null;
  const isMissing = needsBrowser && browser === null;
  const took = stopwatch();
  const { ok, output, counts } = await runVitest(
    project,
    // Without a browser the tests are still collected, so that the number skipped is known.
    isMissing ? ["--testNamePattern", NO_TEST] : vitestArguments,
    browser === null ? {} : { TOPUP_BROWSER: browser },
  );
  const failed = ok ? 0 : Math.max(counts.failed, 1);

  if (isMissing && process.env.CI) {
    tell("✗", name, `SKIPPED ${counts.skipped}: there is no browser, which is a failure in CI`);
    return { ...counts, failed: failed + 1 };
  }
  if (isMissing) tell("–", name, `SKIPPED ${counts.skipped}: there is no browser`, ok ? "" : output);
  else
    tell(
      ok ? "✓" : "✗",
      name,
      `${took()}  ${counts.passed} passed`,
      !ok || process.env.VERBOSE ? output : "",
    );
  return { ...counts, failed };
}

/**
 * @param {string} project
 * @param {string[]} args
 * @param {Record<string, string>} environment
 */
async function runVitest(project, args, environment) {
  const results = `${RESULTS}${project}.json`;
  await mkdir(RESULTS, { recursive: true });
  await rm(results, { force: true });

  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const ran = await runProgram("vitest", ["run", "--project", project, ...reporters, ...args], environment);
  return { ...ran, counts: await readCounts(results) };
}

/**
 * @param {string} path
 * @returns {Promise<Counts>}
 */
async function readCounts(path) {
  // Vitest that fails before it has found its tests writes nothing.
  const text = await readFile(path, "utf8").catch(() => "{}");
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = JSON.parse(text);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [environment]
 */
const runProgram = (program, args, environment = {}) =>
  runChild(PROGRAMS + program, args, {
    cwd: ROOT,
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", ...colourEnvironment, ...environment },
  });

/**
 * @param {string} mark
 * @param {string} name
 * @param {string} what
 * @param {string} [output]
 */
function tell(mark, name, what, output = "") {
  console.log(`${mark} ${name.padEnd(8)} ${what}`);
  if (output) console.log(`\n${output.trimEnd()}\n`);
}

/** @returns {() => string} */
function stopwatch() {
  const start_ms = performance.now();
  return () => `${((performance.now() - start_ms) / 1000).toFixed(1)} s`.padStart(7);
}
