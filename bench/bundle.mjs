import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * A Worker of this folder as one script. The app is not compiled into it: what is measured is what was built.
 *
 * @param {string} entry
 */
export async function bundleWorker(entry) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`bench/${entry}`],
    outdir: "never-written",
    write: false,
    bundle: true,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
    plugins: [
      {
        name: "the-built-worker",
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/app\/worker$/ }, () => ({ path: "./worker.js", external: true })),
      },
    ],
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`${entry} gave no script`);
  return script.text;
}

/**
 * A Worker of this folder together with Remix's build, as one script that stands for the whole app.
 *
 * @param {string} entry
 */
export async function bundleWithBuild(entry) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`bench/${entry}`],
    outdir: "never-written",
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    conditions: ["workerd", "worker", "browser"],
    define: { "process.env.NODE_ENV": '"production"' },
    external: ["cloudflare:*", "node:*"],
    alias: { "virtual:remix/server-build": "./build/server/index.js" },
    logLevel: "silent",
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`${entry} gave no script`);
  return script.text;
}
