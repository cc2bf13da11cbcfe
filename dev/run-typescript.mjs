import { mkdir } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { runCommand } from "./command.mjs";

/**
 * Runs `main` of a TypeScript file, which Node 20 cannot do by itself: `node dev/run-typescript.mjs test/x.ts …`.
 * What `main` answers is the exit code.
 */
const ROOT = fileURLToPath(new URL("..", import.meta.url));

// Files that run as they are keep their place, and so what they find beside them.
/** @type {import("esbuild").Plugin} */
const asTheyAre = {
  name: "as-they-are",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.{1,2}\/.*\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(resolve(resolveDir, path)).href,
      external: true,
    })),
};

await runCommand(
  async () => {
    const [entry = ""] = process.argv.splice(2, 1);
    const outfile = `${ROOT}build/programs/${basename(entry, ".ts")}.mjs`;
    await mkdir(dirname(outfile), { recursive: true });
    await build({
      absWorkingDir: ROOT,
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      sourcemap: "inline",
      plugins: [asTheyAre],
      logLevel: "warning",
    });
    const { main } = await import(pathToFileURL(outfile).href);
    process.exitCode = await main();
  },
  { exitCodeWhenStopped: 130 },
);
