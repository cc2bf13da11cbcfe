import { fileURLToPath } from "node:url";
import { unstable_readConfig as readConfig } from "wrangler";

// wrangler.toml is asked, so that what runs here and what is deployed cannot differ in dates, names or classes.
const config = readConfig(
  { config: fileURLToPath(new URL("../wrangler.toml", import.meta.url)) },
  { hideWarnings: true },
);

if (!config.compatibility_date) throw new Error("wrangler.toml has no compatibility_date");
export const compatibilityDate = config.compatibility_date;
export const variables = config.vars;

/** @type {{ binding: string, database_id?: string }[]} */
const databases = config.d1_databases;
export const databaseBinding = Object.fromEntries(
  databases.map(({ binding, database_id }) => [binding, database_id ?? binding]),
);

/** @type {{ name: string, class_name: string }[]} */
const objects = config.durable_objects.bindings;
export const objectBindings = Object.fromEntries(
  objects.map(({ name, class_name }) => [name, { className: class_name, useSQLite: true }]),
);

/** Where the Worker is asked before the files are. */
export const askedFirst = /** @type {string[]} */ (config.assets?.run_worker_first);
