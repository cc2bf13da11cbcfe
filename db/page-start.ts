import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";

/** Where a page begins: at the row of that moment with this id, and where it has gone at the one behind it. */
export interface PageStart {
  at: number;
  id: string;
}

/**
 * Rows from there on, the newest first. The row that a page begins at is the one that the page before read beyond its
 * end: so it is read to be shown, where one that ends the page before would be read to be left out.
 */
export const isFrom = (at: SQLiteColumn, id: SQLiteColumn, from: PageStart | null): SQL | undefined =>
  from ? sql`(${at}, ${id}) <= (${from.at}, ${from.id})` : undefined;
