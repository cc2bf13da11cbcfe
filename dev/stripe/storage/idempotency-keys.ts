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

  begin(account: string, key: string, request: string, request_id: string, now_s: number): void {
    this.#sql.exec(
      "INSERT INTO idempotency_keys (account, key, request, request_id, created_s) VALUES (?, ?, ?, ?, ?)",
      account,
      key,
      request,
      request_id,
      now_s,
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

  forgetBefore(moment_s: number): void {
    this.#sql.exec("DELETE FROM idempotency_keys WHERE created_s < ? AND status IS NOT NULL", moment_s);
  }

  /** A process that stopped in the middle of a request will never finish it. */
  forgetUnfinished(): void {
    this.#sql.exec("DELETE FROM idempotency_keys WHERE status IS NULL");
  }
}
