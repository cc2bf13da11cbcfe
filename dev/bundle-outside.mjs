import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const ENTRIES = {
  stripe: "dev/stripe/worker.ts",
  inbox: "dev/inbox/worker.ts",
  dns: "dev/dns/worker.ts",
  cloudflare: "dev/cloudflare/worker.ts",
};
const EVERY_NAME = /** @type {Name[]} */ (Object.keys(ENTRIES));

/** @typedef {keyof typeof ENTRIES} Name */
/** @typedef {Record<Name, string>} Scripts */

const BUNDLE = /** @satisfies {import("esbuild").BuildOptions} */ ({
  absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
  outdir: "never-written",
  write: false,
  bundle: true,
  format: "esm",
  target: "es2022",
  conditions: ["workerd", "worker", "browser"],
  external: ["cloudflare:*", "node:*"],
  sourcemap: "inline",
  logLevel: "silent",
});

/**
 * The stand-ins as one script each, ready for workerd.
 *
 * @param {Name[]} names
 */
export async function bundleOutside(names = EVERY_NAME) {
  return scriptsOf(await build({ ...BUNDLE, entryPoints: entriesOf(names) }));
}

/**
 * Hands over new scripts whenever one of their sources is saved. What does not compile is reported and passed over:
 * the stand-ins go on as they were.
 *
 * @param {Name[]} names
 * @param {(scripts: Scripts) => Promise<void>} take
 */
export async function rebundleOnChange(names, take) {
  let first = true;
  const watcher = await context({
    ...BUNDLE,
    entryPoints: entriesOf(names),
    logLevel: "error",
    plugins: [
      {
        name: "hand-over",
        setup: ({ onEnd }) =>
          onEnd(async (result) => {
            if (!first && result.errors.length === 0) await take(scriptsOf(result));
            first = false;
          }),
      },
    ],
  });
  await watcher.watch();
  return () => watcher.dispose();
}

/** @param {Name[]} names */
const entriesOf = (names) => Object.fromEntries(names.map((name) => [name, ENTRIES[name]]));

// There is a script for every name that was asked for, and callers read no other.
/** @param {import("esbuild").BuildResult} result */
const scriptsOf = ({ outputFiles = [] }) =>
  /** @type {Scripts} */ (
    Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path, ".js"), text]))
  );
