import type { PurchaseTerms } from "../app/wallet/purchase";
import worker, { Wallet as BuiltWallet } from "../app/worker";

export default worker;

/**
 * The built wallet with doors that only the benchmark uses. It stands in front of the built Worker on this machine
 * and is in no bundle that is deployed; every request takes the same way through the same code.
 */
export class Wallet extends BuiltWallet {
  /** Opens purchases by the wallet's own methods, many in one call so that they share a write to the disk. */
  openAll(purchases: PurchaseTerms[]): void {
    for (const terms of purchases) {
      const sessionId = `cs_${terms.purchaseId}`;
      this.openPurchase(terms, terms.purchaseId);
      this.attachCheckout(terms.purchaseId, sessionId, `https://checkout.stripe.com/c/pay/${sessionId}`);
    }
  }

  /**
   * Continues the ledger by so many entries of one credit, as its triggers allow: numbered and summed. D1 is not
   * told of them, because no measure reads them there.
   */
  fill(count: number): void {
    this.ctx.storage.sql.exec(
      `WITH RECURSIVE
        last AS (SELECT coalesce(max(seq), 0) AS seq, coalesce(max(balance_after_micros), 0) AS balance FROM entries),
        filling (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM filling WHERE n < ?)
      INSERT INTO entries (seq, idempotency_key, kind, amount_micros, balance_after_micros, reference, actor, note, at)
      SELECT seq + n, 'filled:' || (seq + n), 'manual_add', 1000000, balance + n * 1000000, 'bench', 'bench', '', ?
      FROM last, filling`,
      count,
      Date.now(),
    );
  }

  /** Rows of tables that were inserted, changed or deleted since this wallet woke. */
  rowsWritten(): number {
    return this.ctx.storage.sql.exec<{ rows: number }>("SELECT total_changes() AS rows").one().rows;
  }
}
