import type { Purchase } from "./purchase";

/** The wallet's SQL for being put together again after it was lost. */
export class RestorationStorage {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  isEmpty(): boolean {
    return (
      this.#sql.exec("SELECT 1 FROM purchases UNION ALL SELECT 1 FROM entries LIMIT 1").toArray().length === 0
    );
  }

  /** Clicks and Stripe's pages are not copied: the one is over, the other can be asked of Stripe. */
  insertPurchase(purchase: Purchase): void {
    this.#sql.exec(
      `INSERT INTO purchases (purchase_id, click_key, partner_id, customer_id, plan_id, plan_version, plan_name,
         credits_micros, price_minor, currency, platform_fee_minor, account_id, livemode, state,
         checkout_session_id, payment_intent_id, paid_minor, failure_code, failure_message, opened_at,
         credited_at, revision)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      purchase.purchaseId,
      `restored:${purchase.purchaseId}`,
      purchase.partnerId,
      purchase.customerId,
      purchase.planId,
      purchase.planVersion,
      purchase.planName,
      purchase.creditsMicros,
      purchase.priceMinor,
      purchase.currency,
      purchase.platformFeeMinor,
      purchase.accountId,
      Number(purchase.livemode),
      purchase.state,
      purchase.checkoutSessionId,
      purchase.paymentIntentId,
      purchase.paidMinor,
      purchase.failureCode,
      purchase.failureMessage,
      purchase.openedAt,
      purchase.creditedAt,
      purchase.revision,
    );
  }

  insertRestoration(at: number, purchases: number, entries: number): void {
    this.#sql.exec(
      "INSERT INTO restorations (at, purchases, entries) VALUES (?, ?, ?)",
      at,
      purchases,
      entries,
    );
  }

  restoredAt(): number | null {
    return this.#sql.exec<{ at: number | null }>("SELECT max(at) AS at FROM restorations").one().at;
  }
}
