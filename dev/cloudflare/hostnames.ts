import { DurableObject } from "cloudflare:workers";

export interface StoredHostname {
  id: string;
  hostname: string;
  status: string;
  ssl_status: string;
  problem: string | null;
}

/** Owns every custom hostname of the zone, and the failures a test has asked for. */
export class Hostnames extends DurableObject<unknown> {
  readonly #sql: SqlStorage;

  constructor(state: DurableObjectState, env: unknown) {
    super(state, env);
    this.#sql = state.storage.sql;
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS hostnames (id TEXT PRIMARY KEY, hostname TEXT UNIQUE, status TEXT, ssl_status TEXT, problem TEXT);
      CREATE TABLE IF NOT EXISTS faults (only INTEGER PRIMARY KEY CHECK (only = 1), remaining INTEGER);
    `);
  }

  /** Null when the zone has it already. */
  create(hostname: string): StoredHostname | null {
    if (this.list(hostname).length > 0) return null;
    const created = {
      id: crypto.randomUUID().replaceAll("-", ""),
      hostname,
      status: "pending",
      ssl_status: "initializing",
      problem: null,
    };
    this.set(created);
    return created;
  }

  find(id: string): StoredHostname | null {
    return this.#rows("SELECT * FROM hostnames WHERE id = ?", id)[0] ?? null;
  }

  list(hostname: string | null): StoredHostname[] {
    return this.#rows(
      "SELECT * FROM hostnames WHERE hostname = ifnull(?, hostname) ORDER BY hostname",
      hostname,
    );
  }

  set({ id, hostname, status, ssl_status, problem }: StoredHostname): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO hostnames VALUES (?, ?, ?, ?, ?)",
      id,
      hostname,
      status,
      ssl_status,
      problem,
    );
  }

  /** One step each time it is asked after, as Cloudflare's own steps take some time. */
  advance(found: StoredHostname): StoredHostname {
    const next = nextStep(found);
    this.set(next);
    return next;
  }

  remove(id: string): void {
    this.#sql.exec("DELETE FROM hostnames WHERE id = ?", id);
  }

  failNext(times: number): void {
    this.#sql.exec("INSERT OR REPLACE INTO faults VALUES (1, ?)", times);
  }

  takeFault(): boolean {
    const taken = this.#sql.exec(
      "UPDATE faults SET remaining = remaining - 1 WHERE remaining > 0 RETURNING 1",
    );
    return taken.toArray().length > 0;
  }

  #rows(query: string, ...values: (string | null)[]): StoredHostname[] {
    return this.#sql.exec(query, ...values).toArray() as unknown as StoredHostname[];
  }
}

function nextStep(found: StoredHostname): StoredHostname {
  if (found.status === "pending") return { ...found, status: "active", ssl_status: "pending_validation" };
  if (found.ssl_status === "pending_validation") return { ...found, ssl_status: "active" };
  return found;
}
