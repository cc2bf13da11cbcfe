/** Raised when a table changes: what an older layout kept is test data and is dropped. */
const LAYOUT = "2";

const TABLES: Record<string, string> = {
  settings: "name TEXT PRIMARY KEY, value TEXT NOT NULL",
  // Every Stripe object, events included. `hidden` is what Stripe knows but does not show; `due_s` is
  // when the object changes by itself.
  objects: `sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL,
    kind TEXT NOT NULL, created_s INTEGER NOT NULL, due_s INTEGER, body TEXT NOT NULL, hidden TEXT NOT NULL`,
  // One row for each event and endpoint.
  deliveries: `sequence INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, endpoint TEXT NOT NULL,
    type TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('pending','held','delivered','dropped','failed')),
    attempts INTEGER NOT NULL DEFAULT 0, next_attempt_ms INTEGER`,
  attempts: `sequence INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, endpoint TEXT NOT NULL,
    at_ms INTEGER NOT NULL, duration_ms INTEGER NOT NULL, status INTEGER, note TEXT NOT NULL`,
  idempotency_keys: `account TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, status INTEGER,
    body TEXT, request_id TEXT NOT NULL, created_s INTEGER NOT NULL, PRIMARY KEY (account, key)`,
  faults: "sequence INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, times_left INTEGER NOT NULL",
};

const INDEXES = [
  "objects_of_account ON objects (account, kind, sequence)",
  "objects_due ON objects (due_s) WHERE due_s IS NOT NULL",
  "objects_of_payment ON objects (kind, json_extract(body, '$.payment_intent'))",
  "deliveries_of_event ON deliveries (event)",
  "deliveries_due ON deliveries (state, next_attempt_ms)",
  "attempts_of_event ON attempts (event)",
];

export function prepareTables(sql: SqlStorage): void {
  createTables(sql);
  const [layout] = sql.exec<{ value: string }>("SELECT value FROM settings WHERE name = 'layout'");
  if (layout?.value === LAYOUT) return;
  if (layout) emptyTables(sql);
  sql.exec("INSERT OR REPLACE INTO settings (name, value) VALUES ('layout', ?)", LAYOUT);
}

/** Forgets everything, as on the first day. */
export function emptyTables(sql: SqlStorage): void {
  for (const table of Object.keys(TABLES)) sql.exec(`DROP TABLE IF EXISTS ${table}`);
  createTables(sql);
  sql.exec("INSERT OR REPLACE INTO settings (name, value) VALUES ('layout', ?)", LAYOUT);
}

function createTables(sql: SqlStorage): void {
  for (const [table, columns] of Object.entries(TABLES)) {
    sql.exec(`CREATE TABLE IF NOT EXISTS ${table} (${columns}) STRICT`);
  }
  for (const index of INDEXES) sql.exec(`CREATE INDEX IF NOT EXISTS ${index}`);
}
