import type { CaseFile, RecordedDecision } from "../refunds/case";
import type { DisputeFacts, RefundFacts, RefundPolicy } from "../refunds/reversal";

type Row<T> = T & Record<string, SqlStorageValue>;

/** The wallet's SQL about refunds, disputes and what was decided; no rule, no clock, no await. */
export class CaseStorage {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  find(purchaseId: string): CaseFile | null {
    const [head] = this.#all<Pick<CaseFile, "policy" | "openedAt" | "changedAt">>(
      `SELECT policy, opened_at AS openedAt, changed_at AS changedAt FROM refund_cases WHERE purchase_id = ?`,
      purchaseId,
    );
    if (!head) return null;
    return {
      ...head,
      refunds: this.#all(
        `SELECT refund_id AS refundId, payment_intent_id AS paymentIntentId, amount_minor AS amountMinor, status
         FROM refunds WHERE purchase_id = ? ORDER BY refund_id`,
        purchaseId,
      ),
      disputes: this.#all(
        `SELECT dispute_id AS disputeId, payment_intent_id AS paymentIntentId, amount_minor AS amountMinor, status,
           moves FROM disputes WHERE purchase_id = ? ORDER BY dispute_id`,
        purchaseId,
      ),
      decisions: this.#all(
        `SELECT number, up_to_micros AS upToMicros, taken_micros AS takenMicros, choice, form_id AS formId, actor,
           note, at FROM case_decisions WHERE purchase_id = ? ORDER BY number`,
        purchaseId,
      ),
    };
  }

  /** The purchase about which a form decided, and what it decided. */
  decisionByForm(formId: string): (RecordedDecision & { purchaseId: string }) | null {
    const [row] = this.#all<RecordedDecision & { purchaseId: string }>(
      `SELECT purchase_id AS purchaseId, number, up_to_micros AS upToMicros, taken_micros AS takenMicros, choice,
         form_id AS formId, actor, note, at FROM case_decisions WHERE form_id = ?`,
      formId,
    );
    return row ?? null;
  }

  writeCase(purchaseId: string, policy: RefundPolicy, openedAt: number, changedAt: number): void {
    this.#sql.exec(
      `INSERT INTO refund_cases (purchase_id, policy, opened_at, changed_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (purchase_id) DO UPDATE SET policy = excluded.policy, changed_at = excluded.changed_at`,
      purchaseId,
      policy,
      openedAt,
      changedAt,
    );
  }

  writeRefund(purchaseId: string, refund: RefundFacts): void {
    this.#sql.exec(
      `INSERT INTO refunds (refund_id, purchase_id, payment_intent_id, amount_minor, status) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (refund_id) DO UPDATE SET amount_minor = excluded.amount_minor, status = excluded.status`,
      refund.refundId,
      purchaseId,
      refund.paymentIntentId,
      refund.amountMinor,
      refund.status,
    );
  }

  writeDispute(purchaseId: string, dispute: DisputeFacts): void {
    this.#sql.exec(
      `INSERT INTO disputes (dispute_id, purchase_id, payment_intent_id, amount_minor, status, moves)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (dispute_id) DO UPDATE SET amount_minor = excluded.amount_minor, status = excluded.status,
         moves = excluded.moves`,
      dispute.disputeId,
      purchaseId,
      dispute.paymentIntentId,
      dispute.amountMinor,
      dispute.status,
      dispute.moves,
    );
  }

  insertDecision(purchaseId: string, decision: RecordedDecision): void {
    this.#sql.exec(
      `INSERT INTO case_decisions (purchase_id, number, up_to_micros, taken_micros, choice, form_id, actor, note, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      purchaseId,
      decision.number,
      decision.upToMicros,
      decision.takenMicros,
      decision.choice,
      decision.formId,
      decision.actor,
      decision.note,
      decision.at,
    );
  }

  #all<T>(query: string, ...bindings: SqlStorageValue[]): T[] {
    return this.#sql.exec<Row<T>>(query, ...bindings).toArray();
  }
}
