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

/** A row's part that is of this table, or null where an outer join found none: what `aliased` asked for, read back. */
export function readAliased<T extends SQLiteTable>(
  table: T,
  prefix: string,
  row: Record<string, unknown>,
): T["$inferSelect"] | null {
  const values = Object.entries(getTableColumns(table)).map(([key, column]) => {
    const value = row[`${prefix}_${column.name}`] ?? null;
    return [key, value === null ? null : column.mapFromDriverValue(value)];
  });
  return values.every(([, value]) => value === null) ? null : Object.fromEntries(values);
}
