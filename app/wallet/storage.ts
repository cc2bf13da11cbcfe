import type { Entry, EntryKind } from "./posting";
import type { Purchase, PurchaseTerms } from "./purchase";
import { STORAGE_STEPS } from "./storage-steps";

const PURCHASE_COLUMNS = `purchase_id AS purchaseId, partner_id AS partnerId, customer_id AS customerId,
  plan_id AS planId, plan_version AS planVersion, plan_name AS planName, credits_micros AS creditsMicros,
  price_minor AS priceMinor, currency, platform_fee_minor AS platformFeeMinor, account_id AS accountId,
  livemode, state, checkout_session_id AS checkoutSessionId, checkout_url AS checkoutUrl,
  payment_intent_id AS paymentIntentId, paid_minor AS paidMinor, failure_code AS failureCode, failure_message AS failureMessage,
  opened_at AS openedAt, credited_at AS creditedAt, revision`;

const ENTRY_COLUMNS = `seq, idempotency_key AS idempotencyKey, kind, amount_micros AS amountMicros,
  balance_after_micros AS balanceAfterMicros, reference, actor, note, at`;

/** SQLite has no booleans: `livemode` is 0 or 1 in a row. */
type PurchaseRow = Omit<Purchase, "livemode"> & { livemode: number };
type Row<T> = T & Record<string, SqlStorageValue>;

export interface OutboxRow {
  position: number;
  /** Null for an entry that belongs to no purchase. */
  purchaseId: string | null;
  entrySeq: number | null;
  /** 1 for what D1 was told before and is told again. */
  isRetold: 0 | 1;
}

/** The wallet's SQL, and nothing else: no rule, no clock, no await. */
export class WalletStorage {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Whether this wallet has ever been written. */
  exists(): boolean {
    return this.#first("SELECT name FROM sqlite_master WHERE name = 'storage_version'") !== null;
  }

  /** Runs the steps that this wallet has not run yet. Call inside a transaction. */
  migrate(steps: readonly string[] = STORAGE_STEPS): void {
    this.#sql.exec("CREATE TABLE IF NOT EXISTS storage_version (version INTEGER NOT NULL) STRICT");
    const row = this.#first<{ version: number }>("SELECT version FROM storage_version");
    const done = row?.version ?? 0;
    // A wallet that newer code has woken stays as new as it is when that code is taken back.
    if (done >= steps.length) return;

    for (const step of steps.slice(done)) this.#sql.exec(step);
    this.#sql.exec("DELETE FROM storage_version");
    this.#sql.exec("INSERT INTO storage_version (version) VALUES (?)", steps.length);
  }

  owner(): { partnerId: string; customerId: string } | null {
    return this.#first("SELECT partner_id AS partnerId, customer_id AS customerId FROM owner");
  }

  writeOwner(partnerId: string, customerId: string): void {
    this.#sql.exec(
      "INSERT INTO owner (only, partner_id, customer_id) VALUES (1, ?, ?)",
      partnerId,
      customerId,
    );
  }

  purchase(purchaseId: string): Purchase | null {
    return toPurchase(
      this.#first(`SELECT ${PURCHASE_COLUMNS} FROM purchases WHERE purchase_id = ?`, purchaseId),
    );
  }

  purchaseByClick(clickKey: string): Purchase | null {
    return toPurchase(this.#first(`SELECT ${PURCHASE_COLUMNS} FROM purchases WHERE click_key = ?`, clickKey));
  }

  /** Purchases before this id (all, when null), newest first: ids sort by the time at which they were made. */
  purchases(beforeId: string | null, limit: number): Purchase[] {
    return this.#all<PurchaseRow>(
      `SELECT ${PURCHASE_COLUMNS} FROM purchases WHERE purchase_id < ? ORDER BY purchase_id DESC LIMIT ?`,
      beforeId ?? BEHIND_EVERY_ID,
      limit,
    ).map(fromRow);
  }

  insertPurchase(
    terms: PurchaseTerms,
    clickKey: string,
    now: number,
    checkoutRequest: string | null = null,
  ): void {
    this.#sql.exec(
      `INSERT INTO purchases (purchase_id, click_key, partner_id, customer_id, plan_id, plan_version, plan_name,
         credits_micros, price_minor, currency, platform_fee_minor, account_id, livemode, checkout_page, state, opened_at, revision)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'created', ?, 1)`,
      terms.purchaseId,
      clickKey,
      terms.partnerId,
      terms.customerId,
      terms.planId,
      terms.planVersion,
      terms.planName,
      terms.creditsMicros,
      terms.priceMinor,
      terms.currency,
      terms.platformFeeMinor,
      terms.accountId,
      Number(terms.livemode),
      checkoutRequest,
      now,
    );
  }

  /** All that Stripe is asked for, while it has no page; of purchases of before what the page shows, as the column says. */
  checkoutRequest(purchaseId: string): string | null {
    const query = "SELECT checkout_page AS request FROM purchases WHERE purchase_id = ?";
    return this.#first<{ request: string | null }>(query, purchaseId)?.request ?? null;
  }

  /** Writes what may change of a purchase; its terms are held by a trigger. */
  updatePurchase(purchase: Purchase): void {
    this.#sql.exec(
      `UPDATE purchases SET state = ?, checkout_session_id = ?, checkout_url = ?, payment_intent_id = ?,
         paid_minor = ?, failure_code = ?, failure_message = ?, credited_at = ?, revision = revision + 1,
         checkout_page = CASE ? WHEN 'created' THEN checkout_page END
       WHERE purchase_id = ?`,
      purchase.state,
      purchase.checkoutSessionId,
      purchase.checkoutUrl,
      purchase.paymentIntentId,
      purchase.paidMinor,
      purchase.failureCode,
      purchase.failureMessage,
      purchase.creditedAt,
      purchase.state,
      purchase.purchaseId,
    );
  }

  lastEntry(): Entry | null {
    return this.#first(`SELECT ${ENTRY_COLUMNS} FROM entries ORDER BY seq DESC LIMIT 1`);
  }

  entryByKey(idempotencyKey: string): Entry | null {
    return this.#first(`SELECT ${ENTRY_COLUMNS} FROM entries WHERE idempotency_key = ?`, idempotencyKey);
  }

  /** Entries before `beforeSeq` (all, when null), newest first. */
  entries(beforeSeq: number | null, limit: number): Entry[] {
    return this.#all(
      `SELECT ${ENTRY_COLUMNS} FROM entries WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
      beforeSeq ?? Number.MAX_SAFE_INTEGER,
      limit,
    );
  }

  /** The same, of these kinds and from `fromSeq` on: entries have no gaps, so no more than that are read. */
  entriesOfKinds(kinds: readonly EntryKind[], fromSeq: number, beforeSeq: number, limit: number): Entry[] {
    return this.#all(
      `SELECT ${ENTRY_COLUMNS} FROM entries WHERE seq >= ? AND seq < ? AND kind IN (${places(kinds)})
       ORDER BY seq DESC LIMIT ?`,
      fromSeq,
      beforeSeq,
      ...kinds,
      limit,
    );
  }

  /** By how much all entries of these kinds moved the balance. */
  movedBy(kinds: readonly EntryKind[]): number {
    const query = `SELECT coalesce(sum(amount_micros), 0) AS micros FROM entries WHERE kind IN (${places(kinds)})`;
    return this.#first<{ micros: number }>(query, ...kinds)?.micros ?? 0;
  }

  entry(seq: number): Entry | null {
    return this.#first(`SELECT ${ENTRY_COLUMNS} FROM entries WHERE seq = ?`, seq);
  }

  insertEntry(entry: Entry): void {
    this.#sql.exec(
      `INSERT INTO entries (seq, idempotency_key, kind, amount_micros, balance_after_micros, reference, actor, note, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      entry.seq,
      entry.idempotencyKey,
      entry.kind,
      entry.amountMicros,
      entry.balanceAfterMicros,
      entry.reference,
      entry.actor,
      entry.note,
      entry.at,
    );
  }

  addToOutbox(purchaseId: string | null, entrySeq: number | null): void {
    this.#sql.exec("INSERT INTO outbox (purchase_id, entry_seq) VALUES (?, ?)", purchaseId, entrySeq);
  }

  /** Two statements, however much is here; after all that waits already, which may be on its way to D1. */
  addAllToOutbox(): { purchases: number; entries: number } {
    const before = this.untold();
    this.#sql.exec(
      `INSERT INTO outbox (purchase_id, is_retold) SELECT purchase_id, 1 FROM purchases ORDER BY opened_at, purchase_id`,
    );
    const purchases = this.untold() - before;
    this.#sql.exec("INSERT INTO outbox (entry_seq, is_retold) SELECT seq, 1 FROM entries ORDER BY seq");
    return { purchases, entries: this.untold() - before - purchases };
  }

  /** What an outbox would hold in which everything is told again. */
  everything(): OutboxRow[] {
    return this.#all(
      `SELECT 0 AS position, purchase_id AS purchaseId, NULL AS entrySeq, 1 AS isRetold FROM purchases
       UNION ALL SELECT 0, NULL, seq, 1 FROM entries ORDER BY purchaseId, entrySeq`,
    );
  }

  /** How much D1 has not been told. */
  untold(): number {
    return this.#first<{ rows: number }>("SELECT count(*) AS rows FROM outbox")?.rows ?? 0;
  }

  outbox(limit: number): OutboxRow[] {
    return this.#all(
      `SELECT position, purchase_id AS purchaseId, entry_seq AS entrySeq, is_retold AS isRetold
       FROM outbox ORDER BY position LIMIT ?`,
      limit,
    );
  }

  clearOutbox(throughPosition: number): void {
    this.#sql.exec("DELETE FROM outbox WHERE position <= ?", throughPosition);
  }

  #first<T>(query: string, ...bindings: SqlStorageValue[]): T | null {
    return this.#all<T>(query, ...bindings)[0] ?? null;
  }

  #all<T>(query: string, ...bindings: SqlStorageValue[]): T[] {
    return this.#sql.exec<Row<T>>(query, ...bindings).toArray();
  }
}

/** Ids are lower-case letters, digits and `_`. */
const BEHIND_EVERY_ID = "~";

const places = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

const fromRow = (row: PurchaseRow): Purchase => ({ ...row, livemode: row.livemode === 1 });

const toPurchase = (row: PurchaseRow | null): Purchase | null => row && fromRow(row);
