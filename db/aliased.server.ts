import { getTableColumns, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/**
 * A table's columns under names of their own. D1 answers the statements of a batch as objects keyed by column name,
 * so two joined tables that both have an `id` would overwrite each other there, silently.
 */
export function aliased<T extends SQLiteTable>(table: T, prefix: string) {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => [
    key,
    sql`${column}`.mapWith(column).as(`${prefix}_${column.name}`),
  ]);
  return Object.fromEntries(columns) as T["_"]["columns"];
}
