export type RememberedRequest = {
  request: string;
  /** Null while the first request is still being worked on. */
  status: number | null;
  body: string | null;
  request_id: string;
};

/** Owns the first answer to every Idempotency-Key, for each account on its own. */
export class IdempotencyKeys {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  find(account: string, key: string): RememberedRequest | null {
    const [row] = this.#sql.exec<RememberedRequest>(
      "SELECT request, status, body, request_id FROM idempotency_keys WHERE account = ? AND key = ?",
      account,
      key,
    );
    return row ?? null;
  }

  begin(account: string, key: string, request: string, request_id: string): void {
    this.#sql.exec(
      "INSERT INTO idempotency_keys (account, key, request, request_id) VALUES (?, ?, ?, ?)",
      account,
      key,
      request,
      request_id,
    );
  }

  finish(account: string, key: string, status: number, body: string): void {
    this.#sql.exec(
      "UPDATE idempotency_keys SET status = ?, body = ? WHERE account = ? AND key = ?",
      status,
      body,
      account,
      key,
    );
  }

  forget(account: string, key: string): void {
    this.#sql.exec("DELETE FROM idempotency_keys WHERE account = ? AND key = ?", account, key);
  }

  /** A process that stopped in the middle of a request will never finish it. */
  forgetUnfinished(): void {
    this.#sql.exec("DELETE FROM idempotency_keys WHERE status IS NULL");
  }
}
