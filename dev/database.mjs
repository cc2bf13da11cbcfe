import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Log, LogLevel, Miniflare } from "miniflare";
import { unstable_splitSqlQuery as splitSql } from "wrangler";
import { databaseBinding } from "./wrangler-config.mjs";

const MIGRATIONS = fileURLToPath(new URL("../migrations/", import.meta.url));
const DEMO = fileURLToPath(new URL("demo.sql", import.meta.url));
const LOCAL_STATE = fileURLToPath(new URL("../.wrangler/state/v3/d1", import.meta.url));

/**
 * Runs `work` on the database of `npm start`, which is also that of `wrangler … --local`.
 *
 * @template T
 * @param {(database: D1Database) => Promise<T>} work
 */
export async function withLocalDatabase(work) {
  const miniflare = new Miniflare({
    modules: true,
    script: "export default {}",
    log: new Log(LogLevel.WARN),
    cf: false,
    d1Databases: databaseBinding,
    d1Persist: LOCAL_STATE,
  });
  try {
    return await work(await miniflare.getD1Database("DB"));
  } finally {
    await miniflare.dispose();
  }
}

/**
 * Applies the migrations that have not been applied, in the order of their names: all of them or none, which takes a
 * third of the time of one after the other. It keeps the books of `wrangler d1 migrations`, so either may be used next;
 * starting wrangler would take seconds of every start.
 *
 * @param {D1Database} database
 */
export async function migrate(database) {
  await database
    .prepare(
      `CREATE TABLE IF NOT EXISTS d1_migrations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT UNIQUE,
        applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
      )`,
    )
    .run();
  const { results } = await database.prepare("SELECT name FROM d1_migrations").all();
  const applied = new Set(results.map(({ name }) => name));
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith(".sql")).sort();

  const batch = [];
  for (const name of names.filter((name) => !applied.has(name))) {
    const done = database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name);
    batch.push(...(await statements(database, `${MIGRATIONS}${name}`)), done);
  }
  if (batch.length > 0) await database.batch(batch);
}

/** @param {D1Database} database */
export async function isEmpty(database) {
  return (await database.prepare("SELECT 1 FROM partners LIMIT 1").first()) === null;
}

/**
 * Fills the database with the demo partners, their customers and plans.
 *
 * @param {D1Database} database
 * @param {import("./settings.mjs").Settings} settings
 */
export async function loadDemo(database, settings) {
  await database.batch(await statements(database, DEMO, settings));
}

/**
 * @param {D1Database} database
 * @param {string} path
 * @param {Partial<Record<string, string>>} [values]
 */
async function statements(database, path, values = {}) {
  const sql = fillIn(await readFile(path, "utf8"), values);
  return splitSql(sql).map((statement) => database.prepare(statement));
}

/**
 * @param {string} text with `{{NAME}}` wherever a value of the settings belongs
 * @param {Partial<Record<string, string>>} values
 */
export function fillIn(text, values) {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`There is no value for {{${name}}}`);
    return value;
  });
}
