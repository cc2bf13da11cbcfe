import type { PaymentAttempt } from "./purchase";

type Row = PaymentAttempt & Record<string, SqlStorageValue>;

/** The wallet's SQL about tries to pay that did not go through; no rule, no clock, no await. */
export class AttemptStorage {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** False when this attempt was written before. */
  insert(attempt: PaymentAttempt): boolean {
    const { rowsWritten } = this.#sql.exec(
      `INSERT OR IGNORE INTO payment_attempts (attempt_id, purchase_id, code, message, at, decline_code,
         payment_intent_id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      attempt.attemptId,
      attempt.purchaseId,
      attempt.code,
      attempt.message,
      attempt.at,
      attempt.declineCode,
      attempt.paymentIntentId,
    );
    return rowsWritten > 0;
  }

  /** All of a purchase, in the order of their ids. */
  list(purchaseId: string): PaymentAttempt[] {
    return this.#sql
      .exec<Row>(
        `SELECT attempt_id AS attemptId, purchase_id AS purchaseId, code, decline_code AS declineCode, message,
           payment_intent_id AS paymentIntentId, at
         FROM payment_attempts WHERE purchase_id = ? ORDER BY attempt_id`,
        purchaseId,
      )
      .toArray();
  }
}
