import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runChild } from "./child.mjs";
import { Mistake } from "./mistake.mjs";

const PLAYWRIGHT = fileURLToPath(new URL("../node_modules/.bin/playwright-core", import.meta.url));
const APT = "/usr/bin/apt-get";
const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium, one that is here already or else one that is fetched; null when none can be had.
 *
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const found = chosenBrowser(process.env) ?? (await installedBrowser());
  if (found) return found;

  const failures = [];
  for (const { name, commands } of waysToFetch()) {
    console.log(`There is no browser here: fetching Chromium with ${name} (some minutes) …`);
    const failure = await runInOrder(commands);
    const fetched = await installedBrowser();
    if (fetched) return fetched;
    failures.push(`${name}: ${failure ?? "it ended well, and there is no browser all the same"}`);
  }
  console.error(
    `NO BROWSER. Install Chromium or Chrome, or set TOPUP_BROWSER to the path of one.\n${failures.join("\n")}`,
  );
  return null;
}

/**
 * What a person has chosen is used or complained about, never passed over.
 *
 * @param {Record<string, string | undefined>} environment
 */
export function chosenBrowser(environment) {
  for (const name of ["TOPUP_BROWSER", "CHROME_PATH"]) {
    const path = environment[name];
    if (path && existsSync(path)) return path;
    if (path) throw new Mistake(`${name} is ${path}, and there is nothing there.`);
  }
  return null;
}

async function installedBrowser() {
  // Asked of Playwright, which knows where its own download is on every platform.
  const { chromium } = await import("playwright-core");
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

function waysToFetch() {
  const apt = {
    name: "apt-get",
    commands: [
      [APT, "update"],
      [APT, "install", "-y", "chromium"],
    ],
  };
  const playwright = { name: "playwright-core", commands: [[PLAYWRIGHT, "install", "chromium"]] };
  return process.getuid?.() === 0 && existsSync(APT) ? [apt, playwright] : [playwright];
}

/** @param {string[][]} commands */
async function runInOrder(commands) {
  for (const [command = "", ...args] of commands) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const { ok, output } = await runChild(command, args, { env });
    if (!ok) return output.trim().split("\n").slice(-5).join("\n");
  }
  return null;
}
