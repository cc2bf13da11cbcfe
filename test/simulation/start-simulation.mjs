import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Log, LogLevel, Miniflare } from "miniflare";
import { bundleOutside } from "../../dev/bundle-outside.mjs";
import { migrate } from "../../dev/database.mjs";
import { settings, workerVariables } from "../../dev/settings.mjs";
import { compatibilityDate, databaseBinding, variables } from "../../dev/wrangler-config.mjs";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));
const chosen = settings({}, "");

/** The scripts of everything that takes part, made once for as many starts as it takes. */
export async function bundleSimulation() {
  const { outputFiles } = await build({
    entryPoints: [WORKER],
    write: false,
    bundle: true,
    format: "esm",
    target: "es2022",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    sourcemap: "inline",
  });
  return { ...(await bundleOutside()), simulation: outputFiles[0]?.text ?? "" };
}

/**
 * Starts the simulation's Worker beside the two stand-ins, with an empty database.
 *
 * @param {Awaited<ReturnType<typeof bundleSimulation>>} scripts
 */
export async function startSimulation(scripts) {
  const miniflare = new Miniflare({
    log: new Log(LogLevel.WARN),
    cf: false,
    workers: [
      {
        name: "simulation",
        modules: true,
        script: scripts.simulation,
        compatibilityDate,
        bindings: { ...variables, ...workerVariables(chosen), ENVIRONMENT: "test" },
        d1Databases: databaseBinding,
        durableObjects: {
          WALLET: { className: "SimulatedWallet", useSQLite: true },
          STRIPE: { className: "StripeStandIn", scriptName: "stripe", useSQLite: true },
          INBOX: { className: "Inbox", scriptName: "inbox", useSQLite: true },
        },
      },
      standIn("stripe", "StripeStandIn", scripts.stripe),
      standIn("inbox", "Inbox", scripts.inbox),
    ],
  });
  await migrate(await miniflare.getD1Database("DB", "simulation"));
  const worker = await miniflare.getWorker("simulation");

  return {
    /**
     * @param {number[]} seeds
     * @returns {Promise<import("./worker").Played>}
     */
    async play(seeds) {
      const response = await worker.fetch("http://simulation.test/", {
        method: "POST",
        body: JSON.stringify({ seeds }),
      });
      return /** @type {import("./worker").Played} */ (await response.json());
    },
    stop: () => miniflare.dispose(),
  };
}

/**
 * @param {string} name
 * @param {string} className
 * @param {string} script
 */
const standIn = (name, className, script) => ({
  name,
  modules: true,
  script,
  compatibilityDate,
  bindings: {
    ORIGIN: `http://${name}.test`,
    STRIPE_WEBHOOK_URL: "http://nobody.test/",
    STRIPE_WEBHOOK_SECRET: chosen.STRIPE_WEBHOOK_SECRET,
    STRIPE_CONNECT_WEBHOOK_SECRET: chosen.STRIPE_CONNECT_WEBHOOK_SECRET,
  },
  durableObjects: { STATE: { className, useSQLite: true } },
});
