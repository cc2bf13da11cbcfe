import { DurableObject } from "cloudflare:workers";
import { addressOf, type Email } from "./email";
import type { Faults } from "./faults";
import { type Message, readMessage, type Stored } from "./message";

// As long as the provider remembers a key.
const KEY_REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** `null`: any. A recipient is matched whole, a subject in part. */
export interface Filter {
  to: string | null;
  subject: string | null;
}

export type Acceptance =
  | { outcome: "accepted"; id: string }
  | { outcome: "key_reused" }
  | { outcome: "planned_fault"; status: number };

/** A domain that somebody wants to send from. */
export type SendingDomain = { id: string; name: string; status: string };

/** Owns every message received and the failures a test has asked for. Sends nothing to anyone. */
export class Inbox extends DurableObject<unknown> {
  readonly #sql: SqlStorage;

  constructor(state: DurableObjectState, env: unknown) {
    super(state, env);
    this.#sql = state.storage.sql;
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS messages (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        idempotency_key TEXT,
        email TEXT NOT NULL,
        recipients TEXT NOT NULL,
        received_at_ms INTEGER NOT NULL
      );
      CREATE INDEX IF NOT EXISTS messages_by_key ON messages (idempotency_key);
      CREATE TABLE IF NOT EXISTS domains (id TEXT PRIMARY KEY, name TEXT NOT NULL, status TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS faults (only INTEGER PRIMARY KEY CHECK (only = 1), remaining INTEGER, status INTEGER);
    `);
  }

  /** The same key and the same e-mail is the same message: a sender that heard no answer may ask again. */
  accept(email: Email, idempotencyKey: string | null): Acceptance {
    const fault = this.#takeFault();
    if (fault) return { outcome: "planned_fault", status: fault.status };

    const received_at_ms = Date.now();
    const text = JSON.stringify(email);
    const earlier = this.#findByKey(idempotencyKey, received_at_ms - KEY_REMEMBERED_MS);
    if (earlier)
      return earlier.email === text ? { outcome: "accepted", id: earlier.id } : { outcome: "key_reused" };

    const id = crypto.randomUUID();
    const recipients = JSON.stringify([...email.to, ...email.cc, ...email.bcc].map(addressOf));
    this.#sql.exec(
      "INSERT INTO messages (id, idempotency_key, email, recipients, received_at_ms) VALUES (?, ?, ?, ?, ?)",
      id,
      idempotencyKey,
      text,
      recipients,
      received_at_ms,
    );
    return { outcome: "accepted", id };
  }

  /** Newest first. */
  list({ to, subject }: Filter): Message[] {
    const rows = this.#sql.exec<Stored>(
      `SELECT id, email, received_at_ms FROM messages
       WHERE (?1 IS NULL OR EXISTS (SELECT 1 FROM json_each(recipients) WHERE value = ?1))
         AND (?2 IS NULL OR instr(lower(email ->> 'subject'), lower(?2)) > 0)
       ORDER BY number DESC`,
      to === null ? null : addressOf(to),
      subject,
    );
    return rows.toArray().map(readMessage);
  }

  find(id: string): Message | null {
    const [row] = this.#sql
      .exec<Stored>("SELECT id, email, received_at_ms FROM messages WHERE id = ?", id)
      .toArray();
    return row ? readMessage(row) : null;
  }

  clear(): void {
    this.#sql.exec("DELETE FROM messages");
  }

  plan({ fail_next, status }: Faults): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO faults (only, remaining, status) VALUES (1, ?, ?)",
      fail_next,
      status,
    );
  }

  addDomain(name: string): SendingDomain {
    const domain = { id: crypto.randomUUID(), name, status: "not_started" };
    this.#sql.exec("INSERT INTO domains (id, name, status) VALUES (?, ?, ?)", domain.id, name, domain.status);
    return domain;
  }

  findDomain(id: string): SendingDomain | null {
    return this.#sql.exec<SendingDomain>("SELECT * FROM domains WHERE id = ?", id).toArray()[0] ?? null;
  }

  verifyDomain(id: string): SendingDomain | null {
    this.#sql.exec("UPDATE domains SET status = 'verified' WHERE id = ?", id);
    return this.findDomain(id);
  }

  removeDomain(id: string): void {
    this.#sql.exec("DELETE FROM domains WHERE id = ?", id);
  }

  #takeFault(): { status: number } | undefined {
    return this.#sql
      .exec<{ status: number }>(
        "UPDATE faults SET remaining = remaining - 1 WHERE remaining > 0 RETURNING status",
      )
      .toArray()[0];
  }

  #findByKey(key: string | null, since_ms: number): { id: string; email: string } | undefined {
    return this.#sql
      .exec<{ id: string; email: string }>(
        "SELECT id, email FROM messages WHERE idempotency_key = ? AND received_at_ms > ?",
        key,
        since_ms,
      )
      .toArray()[0];
  }
}
