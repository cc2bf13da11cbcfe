/** A wallet's storage as text, to be kept for the code of later: what one version wrote the next must open. */

interface Made {
  type: string;
  name: string;
  sql: string;
}

/** In this order a dump can be read back: a trigger must not stand in the way of rows that it once let in. */
const ORDER = ["table", "index", "rows", "trigger"];

export type Rows = Record<string, Record<string, SqlStorageValue>[]>;

/** All SQL that makes this storage again. */
export function dump(sql: SqlStorage): string {
  const made = sql
    .exec<Made & Record<string, SqlStorageValue>>(
      "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB '_cf_*' ORDER BY rowid",
    )
    .toArray();
  const rows = Object.entries(rowsOf(sql)).flatMap(([table, content]) =>
    content.map((row) => ({ type: "rows", sql: insertion(table, row) })),
  );
  return [...made, ...rows]
    .sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
    .map((statement) => `${statement.sql};\n`)
    .join("");
}

/** Every row, by table. */
export function rowsOf(sql: SqlStorage): Rows {
  const tables = sql
    .exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*' ORDER BY rowid",
    )
    .toArray();
  return Object.fromEntries(
    tables.map(({ name }) => [name, sql.exec(`SELECT * FROM ${name} ORDER BY 1`).toArray()]),
  );
}

/** These rows without the columns and tables that `earlier` did not have. */
export function asFarAs(earlier: Rows, rows: Rows): Rows {
  return Object.fromEntries(
    Object.entries(earlier).map(([table, known]) => {
      const columns = Object.keys(known[0] ?? {});
      const content = (rows[table] ?? []).map((row) =>
        Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
      );
      return [table, content];
    }),
  );
}

function insertion(table: string, row: Record<string, SqlStorageValue>): string {
  const values = Object.values(row).map((value) =>
    typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value ?? "NULL"),
  );
  return `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${values.join(", ")})`;
}
