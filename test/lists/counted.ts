import { env } from "cloudflare:test";
import { type Database, openDatabase } from "../../db/client.server";

/** What D1 itself says that it read for all statements of a question, beside what was found. */
export async function costOf(ask: (db: Database) => Promise<unknown[] | unknown>) {
  let rowsRead = 0;
  const statements: string[] = [];
  const counted = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (name === "bind") return (...values: unknown[]) => counted(target.bind(...values));
        if (name !== "raw" && name !== "all") throw new Error(`What ${String(name)} reads is not counted`);
        // `raw` answers rows alone: asked as `all`, D1 says what it read.
        return async () => {
          const result = await target.all();
          rowsRead += result.meta.rows_read;
          return name === "all" ? result : target.raw();
        };
      },
    });
  const prepare = (sql: string) => {
    statements.push(sql);
    return counted(env.DB.prepare(sql));
  };
  const d1 = new Proxy(env.DB, {
    get(target, name) {
      if (name === "batch") throw new Error("What a batch reads is not counted");
      return name === "prepare" ? prepare : Reflect.get(target, name).bind(target);
    },
  });
  const found = await ask(openDatabase(d1));
  return { rowsRead, found: Array.isArray(found) ? found.length : Number(found !== null), statements };
}
