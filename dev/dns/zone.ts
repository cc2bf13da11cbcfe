import { DurableObject } from "cloudflare:workers";
import { RECORD_NUMBERS, type RecordType } from "../../app/dns/answer";
import { type DnsRecord, zoneData } from "./record";

const LONGEST_CHAIN = 8;

export interface Resolved {
  isKnown: boolean;
  answer: { name: string; type: number; TTL: number; data: string }[];
}

/** Owns every record there is in this small world, and the failures a test has asked for. */
export class Zone extends DurableObject<unknown> {
  readonly #sql: SqlStorage;

  constructor(state: DurableObjectState, env: unknown) {
    super(state, env);
    this.#sql = state.storage.sql;
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS records (name TEXT, type TEXT, value TEXT, PRIMARY KEY (name, type, value));
      CREATE TABLE IF NOT EXISTS faults (only INTEGER PRIMARY KEY CHECK (only = 1), remaining INTEGER);
    `);
  }

  list(): DnsRecord[] {
    return this.#rows("SELECT name, type, value FROM records ORDER BY name, type, value");
  }

  add({ name, type, value }: DnsRecord): void {
    this.#sql.exec("INSERT OR IGNORE INTO records VALUES (?, ?, ?)", name, type, value);
  }

  /** Null is any. */
  remove(record: { [Field in keyof DnsRecord]: string | null }): void {
    this.#sql.exec(
      "DELETE FROM records WHERE name = ifnull(?, name) AND type = ifnull(?, type) AND value = ifnull(?, value)",
      record.name,
      record.type,
      record.value,
    );
  }

  failNext(times: number): void {
    this.#sql.exec("INSERT OR REPLACE INTO faults VALUES (1, ?)", times);
  }

  /** Null when a failure was asked for. A CNAME leads on, and is part of the answer, as with any resolver. */
  resolve(name: string, type: RecordType): Resolved | null {
    const failing = this.#sql.exec(
      "UPDATE faults SET remaining = remaining - 1 WHERE remaining > 0 RETURNING 1",
    );
    if (failing.toArray().length > 0) return null;
    const found = this.#follow(name, type);
    return {
      isKnown: found.length > 0 || this.#at(name).length > 0,
      answer: found.map((record) => ({
        name: record.name,
        type: RECORD_NUMBERS[record.type],
        TTL: 60,
        data: zoneData(record),
      })),
    };
  }

  #follow(name: string, type: RecordType): DnsRecord[] {
    const found: DnsRecord[] = [];
    for (let at = name, steps = 0; steps < LONGEST_CHAIN; steps += 1) {
      const here = this.#at(at);
      const wanted = here.filter((record) => record.type === type);
      if (wanted.length > 0) return [...found, ...wanted];
      const alias = here.find((record) => record.type === "CNAME");
      if (!alias) return found;
      found.push(alias);
      at = alias.value.toLowerCase().replace(/\.$/, "");
    }
    return found;
  }

  #at(name: string): DnsRecord[] {
    return this.#rows("SELECT name, type, value FROM records WHERE name = ?", name);
  }

  #rows(query: string, ...values: string[]): DnsRecord[] {
    return this.#sql
      .exec<Record<keyof DnsRecord, SqlStorageValue>>(query, ...values)
      .toArray() as unknown as DnsRecord[];
  }
}
