import type { Database } from "./client.server";
import { KEPT_TABLES, type KeptTable, type KeptTableName } from "./kept-columns";

/** Where the rows behind a page begin: behind the row with these values of the table's order. */
export type KeptPosition = readonly string[];

/** A row of which some columns are not what their sources say. */
export interface UnequalRow {
  id: string;
  columns: string[];
}

interface ComparedPage {
  rows: number;
  /** The last row of the page; null when there was none. */
  last: KeptPosition | null;
  unequal: UnequalRow[];
}

/** Compares what is kept in a page of a partner's rows with its sources, all as of one moment. */
export async function compareKept(
  { $client: d1 }: Database,
  partnerId: string,
  table: KeptTableName,
  after: KeptPosition | null,
  limit: number,
): Promise<ComparedPage> {
  const kept: KeptTable = KEPT_TABLES[table];
  const columns = Object.keys(kept.sources);
  const { results } = await d1
    .prepare(
      `${sumsOf(kept)} SELECT id, json_array(${kept.order.join(", ")}) AS position,
         ${columns.map((column) => `${isUnequal(table, column)} AS ${column}_is_unequal`).join(", ")}
       FROM ${table} WHERE ${isBehind(table, after)}
       ORDER BY ${kept.order.map((column) => `${column} DESC`).join(", ")} LIMIT ${limit}`,
    )
    .bind(partnerId, ...(after ?? []))
    .all<Record<string, unknown> & { id: string; position: string }>();
  const last = results.at(-1);
  const unequal = results.map((row) => ({
    id: row.id,
    columns: columns.filter((column) => row[`${column}_is_unequal`] === 1),
  }));
  return {
    rows: results.length,
    last: last ? (JSON.parse(last.position) as (string | number)[]).map(String) : null,
    unequal: unequal.filter((row) => row.columns.length > 0),
  };
}

/** Writes the kept columns of a page's rows anew, of those alone in which one is not what its source says. */
export async function mendKept(
  { $client: d1 }: Database,
  partnerId: string,
  table: KeptTableName,
  after: KeptPosition | null,
  last: KeptPosition,
): Promise<void> {
  const kept: KeptTable = KEPT_TABLES[table];
  const columns = Object.entries(kept.sources);
  await d1
    .prepare(
      `${sumsOf(kept)} UPDATE ${table} SET ${columns.map(([column, source]) => `${column} = ${source}`).join(", ")}
       WHERE ${isBehind(table, after)}
         AND ${tuple(kept.order)} >= ${tuple(last.map((_, at) => `?${at + 2 + (after?.length ?? 0)}`))}
         AND (${columns.map(([column]) => isUnequal(table, column)).join(" OR ")})`,
    )
    .bind(partnerId, ...(after ?? []), ...last)
    .run();
}

const sumsOf = ({ sums }: KeptTable) => (sums ? `WITH ${sums}` : "");

/** Whether a row is the partner's, `?1`, and comes behind this one, `?2` and on. */
function isBehind(table: KeptTableName, after: KeptPosition | null): string {
  const { partner = "partner_id", order }: KeptTable = KEPT_TABLES[table];
  const behind = after ? `AND ${tuple(order)} < ${tuple(after.map((_, at) => `?${at + 2}`))}` : "";
  return `${table}.${partner} = ?1 ${behind}`;
}

function isUnequal(table: KeptTableName, column: string): string {
  const { sources, objects }: KeptTable = KEPT_TABLES[table];
  const same = objects?.includes(column) ? inOrder : (value: string) => value;
  return `${same(`${table}.${column}`)} IS NOT ${same(`(${sources[column]})`)}`;
}

/** The same object with its names in order. */
const inOrder = (object: string) => `(
  SELECT json_group_object(key, iif(type = 'object', json(value), value)) FROM (
    SELECT key, value, type FROM json_each(${object}) ORDER BY key))`;

const tuple = (values: readonly string[]) => `(${values.join(", ")})`;
