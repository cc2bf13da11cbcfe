import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Log, LogLevel, Miniflare } from "miniflare";
import { loadDemo, migrate } from "./database.mjs";
import { Mistake } from "./mistake.mjs";
import { freePort } from "./ports.mjs";
import { settings, workerVariables } from "./settings.mjs";
import {
  askedFirst,
  compatibilityDate,
  databaseBinding,
  objectBindings,
  variables,
} from "./wrangler-config.mjs";

const WORKER = fileURLToPath(new URL("../build/worker/", import.meta.url));
const ASSETS = fileURLToPath(new URL("../build/client/", import.meta.url));
/** Names the files of the wallets too. */
export const APP_NAME = "topup";

/**
 * Runs the built Worker as it is deployed: files of build/client first, then the Worker, with the Host header as it
 * was sent.
 *
 * @param {object} options
 * @param {number} [options.port] 0 is any free port
 * @param {string} [options.persist] the folder that keeps the database and the wallets; none: gone with `stop`
 * @param {Record<string, string>} [options.vars] settings and variables that differ from those of development
 * @param {boolean} [options.demo] fills the database with the demo, which must be new
 * @param {string} [options.entry] a module that stands in front of the Worker and imports it as `./worker.js`
 */
export async function serveBuilt({ port = 0, persist, vars = {}, demo = false, entry } = {}) {
  const openPort = port || (await freePort());
  const chosen = settings({ PORT: String(openPort), ...vars }, "");
  const miniflare = new Miniflare({
    log: new Log(LogLevel.WARN),
    cf: false,
    ...(persist && { d1Persist: `${persist}/d1`, durableObjectsPersist: `${persist}/do` }),
    workers: [
      {
        name: APP_NAME,
        compatibilityDate,
        modulesRoot: WORKER,
        modules: [...(entry ? [inFront(entry)] : []), ...(await builtModules())],
        assets: {
          directory: ASSETS,
          workerName: APP_NAME,
          routerConfig: { has_user_worker: true, static_routing: { user_worker: askedFirst } },
        },
        bindings: { ...variables, ...workerVariables(chosen), ...vars },
        d1Databases: databaseBinding,
        durableObjects: objectBindings,
        unsafeDirectSockets: [{ host: "127.0.0.1", port: openPort }],
      },
    ],
  });

  const database = await miniflare.getD1Database("DB");
  await migrate(database);
  if (demo) await loadDemo(database, chosen);

  return {
    origin: `http://localhost:${openPort}`,
    database,
    wallets: await miniflare.getDurableObjectNamespace("WALLET", APP_NAME),
    /** What Cloudflare does every few minutes. */
    async runCron(cron = "*/5 * * * *") {
      const worker = await miniflare.getWorker(APP_NAME);
      return worker.scheduled({ cron });
    },
    stop: () => miniflare.dispose(),
  };
}

async function builtModules() {
  const files = await filesIn(WORKER);
  if (!files.includes("worker.js")) throw new Mistake("There is no built Worker. Run: npm run build");

  const others = files.filter((file) => /\.(js|sql)$/.test(file) && file !== "worker.js");
  // The first module is the entry.
  const modules = ["worker.js", ...others];
  return modules.map((file) => ({
    type: file.endsWith(".sql") ? /** @type {const} */ ("Text") : /** @type {const} */ ("ESModule"),
    path: `${WORKER}${file}`,
  }));
}

/** @param {string} contents */
const inFront = (contents) => ({
  type: /** @type {const} */ ("ESModule"),
  path: `${WORKER}in-front.js`,
  contents,
});

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
const filesIn = (folder) => readdir(folder).catch(() => []);
