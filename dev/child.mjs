import { spawn } from "node:child_process";

const GRACE_MS = 3_000;
const LOOK_FOR_PARENT_MS = 500;
// A child leads a process group, so that what it has started itself (workerd, say) ends with it.
const leadsGroup = process.platform !== "win32";

/** @typedef {import("node:child_process").ChildProcess} Child */
/** @typedef {{ cwd?: string, env?: Record<string, string | undefined>, uid?: number, gid?: number, isAsked?: boolean }} Place */

/** @type {Set<Child>} */
const running = new Set();

// The last chance, when something else in this process ended it before they were asked.
process.once("exit", () => {
  for (const child of running) signal(child, "SIGKILL");
});

/**
 * Starts a program that ends with us, whatever ends us.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Place} [place] `isAsked` opens a way for messages between it and us
 */
export function startChild(command, args, { env = process.env, isAsked = false, ...place } = {}) {
  const stdio = isAsked ? ["ignore", "pipe", "pipe", "ipc"] : ["ignore", "pipe", "pipe"];
  const child = spawn(command, args, {
    ...place,
    env,
    // Its type says that there is something to read, which is so either way.
    stdio: /** @type {["ignore", "pipe", "pipe"]} */ (stdio),
    detached: leadsGroup,
    shell: !leadsGroup,
  });
  running.add(child);
  child
    .once("error", () => running.delete(child))
    .once("exit", () => {
      running.delete(child);
      // What it has started does not outlive it either, even when it had no chance to see to that.
      signal(child, "SIGKILL");
    });
  return child;
}

/**
 * Runs a program to its end and keeps what it says.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Place & { hear?: (text: string) => void }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runChild(command, args, { hear = () => {}, ...place } = {}) {
  const child = startChild(command, args, place);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
      hear(text);
    });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ ok: false, output: `${command}: ${error.message}` }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** Ends every child and what it has started: first by asking, then by force. */
export async function stopChildren() {
  const ending = [...running].map((child) => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    signal(child, "SIGTERM");
    const force = setTimeout(() => signal(child, "SIGKILL"), GRACE_MS);
    return ended.finally(() => clearTimeout(force));
  });
  await Promise.all(ending);
}

/**
 * Calls `end` once, as soon as we are meant to stop.
 *
 * @param {() => void} end
 */
export function onStop(end) {
  let ending = false;
  const endOnce = () => {
    if (!ending) end();
    ending = true;
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, endOnce);
  if (process.env.npm_lifecycle_event) whenOrphaned(endOnce);
}

// A signal to npm ends the shell that npm has started us with, and that shell does not pass it on.
/** @param {() => void} end */
function whenOrphaned(end) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, LOOK_FOR_PARENT_MS).unref();
}

/**
 * @param {Child} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  try {
    if (leadsGroup && child.pid) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // It has ended in the meantime.
  }
}
