import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runChild } from "./child.mjs";
import { Mistake } from "./mistake.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OLDEST_NODE = "20.19.0";
const LINES_OF_A_FAILURE = 15;

/**
 * Installs the packages when they are missing or are not those of package-lock.json. Needs nothing but Node.
 *
 * @param {string} [folder]
 */
export async function installIfStale(folder = ROOT) {
  requireNode(process.versions.node);
  const [wanted, installed] = await Promise.all([
    readLock(`${folder}/package-lock.json`),
    readLock(`${folder}/node_modules/.package-lock.json`),
  ]);
  if (!wanted) throw new Mistake(`There is no package-lock.json in ${folder}. Is this a complete checkout?`);
  if (!isStale(wanted, installed)) return;

  console.log(
    `${installed ? "The packages have changed" : "First run"}: installing with npm ci (about a minute) …`,
  );
  await install(folder);
}

/** @param {string} version */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split(".").map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;

  throw new Mistake(
    `Topup needs Node ${OLDEST_NODE} or newer and this is ${version}. Install it from https://nodejs.org or with your version manager.`,
  );
}

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/**
 * Times of files say little after a checkout or a copy, so names and versions are compared. Optional packages are
 * left out: npm installs those of this platform only.
 *
 * @param {Lock} wanted
 * @param {Lock | null} installed
 */
export function isStale(wanted, installed) {
  if (!installed) return true;
  return Object.entries(wanted.packages).some(
    ([path, { version, optional }]) =>
      path !== "" && !optional && installed.packages[path]?.version !== version,
  );
}

/**
 * @param {string} path
 * @returns {Promise<Lock | null>}
 */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}

/** @param {string} folder */
async function install(folder) {
  // Most of these are development packages to npm, which would leave them out under NODE_ENV=production.
  const { ok, output } = await runChild("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: folder,
  });
  if (ok) return;

  const lastLines = output.trimEnd().split("\n").slice(-LINES_OF_A_FAILURE).join("\n");
  throw new Mistake(
    `${lastLines}\n\nnpm could not install the packages. Mend what it says above, then run the same command again.`,
  );
}
