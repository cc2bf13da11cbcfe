import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_AGAIN_MS = 200;
const QUIET_LOOKS = 2;
const MICROSECONDS_A_TICK = 1_000_000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** @typedef {{ pid: number, parent: number, ticks: number }} Process */

/**
 * The processor time that these processes, all that they have started, and all of those that have ended, have used.
 *
 * @param {number[]} roots
 */
export const cpuOf = (roots) =>
  treeOf(roots).reduce((sum, { ticks }) => sum + ticks, 0) * MICROSECONDS_A_TICK;

/** The programs that this one has started and that still run. */
export const childrenOfThis = () =>
  everyProcess().flatMap(({ pid, parent }) => (parent === process.pid ? [pid] : []));

/**
 * Waits until the processes have nothing more to do: what follows an answer is part of its cost.
 *
 * @param {number[]} roots
 */
export async function untilQuiet(roots) {
  let quietLooks = 0;
  for (let before = cpuOf(roots); quietLooks < QUIET_LOOKS; ) {
    await sleep(LOOK_AGAIN_MS);
    const now = cpuOf(roots);
    quietLooks = now - before <= MICROSECONDS_A_TICK ? quietLooks + 1 : 0;
    before = now;
  }
}

/**
 * The most memory that a process ever had at once, in bytes.
 *
 * @param {number} pid
 */
export function peakMemoryOf(pid) {
  const [, kilobytes = "0"] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}

/** How much the machine was short of processors lately, in the kernel's words; empty where it does not say. */
export function pressure() {
  try {
    return readFileSync("/proc/pressure/cpu", "utf8").split("\n", 1)[0] ?? "";
  } catch {
    return "";
  }
}

/** @param {number[]} roots */
function treeOf(roots) {
  const processes = everyProcess();
  const found = processes.filter(({ pid }) => roots.includes(pid));
  for (const { pid } of found) found.push(...processes.filter(({ parent }) => parent === pid));
  return found;
}

/** @returns {Process[]} */
const everyProcess = () =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);

/**
 * @param {number} pid
 * @returns {Process | null} null when it has ended in the meantime
 */
function readProcess(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in parentheses and may hold anything. Counted from behind it: state, parent, …
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15).map(Number);
    const ticks = (user ?? 0) + (system ?? 0) + (childrenUser ?? 0) + (childrenSystem ?? 0);
    return { pid, parent: Number(fields[1]), ticks };
  } catch {
    return null;
  }
}
