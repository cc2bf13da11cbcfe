import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import * as schema from "./schema";

/** `$client` is D1 itself, for batches of SQL that is written out: drizzle cannot batch raw statements. */
export type Database = DrizzleD1Database<typeof schema> & { $client: D1Database };

export const openDatabase = (binding: D1Database): Database => drizzle(binding, { schema });
