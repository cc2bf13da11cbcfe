import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";

/** `$client` is D1 itself, for batches of SQL that is written out: drizzle cannot batch raw statements. */
export type Database = DrizzleD1Database & { $client: D1Database };

/** Opened for every request, so it is given no schema: drizzle reads all of one each time, for queries not in use here. */
export const openDatabase = (binding: D1Database): Database => drizzle(binding);
