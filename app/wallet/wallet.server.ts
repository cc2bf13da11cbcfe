import { DurableObject } from "cloudflare:workers";
import { invariant } from "../errors";
import { logWarning } from "../log";
import { EMPTY_HISTORY, EMPTY_SUMMARY, readHistory, readSummary } from "./history";
import { drainDelay, drainOutbox, type WalletBindings } from "./outbox.server";
import { decidePosting, type Entry, type Posting } from "./posting";
import {
  type AttemptReport,
  bindTo,
  type CheckoutReport,
  decideSettlement,
  foreignness,
  isSameIntent,
  type PaymentFailure,
  type Purchase,
  type PurchaseState,
  type PurchaseTerms,
  purchaseKey,
} from "./purchase";
import type {
  AttachResult,
  AttemptResult,
  HistoryPage,
  OpenResult,
  SettleResult,
  WalletSummary,
} from "./results";
import { WalletStorage } from "./storage";

/**
 * One customer's wallet. It owns that customer's purchases, ledger and balance: each change is one transaction
 * that checks the key, decides, and writes entry, purchase and outbox together.
 *
 * It does not know plans, prices of today, sessions or e-mail addresses, and it never calls Stripe.
 */
export class Wallet extends DurableObject<WalletBindings> {
  readonly #storage: WalletStorage;
  /** A wallet in which nothing was ever opened has no tables; looking into it must not make any. */
  #hasTables: boolean;
  #drainFailures = 0;

  constructor(state: DurableObjectState, bindings: WalletBindings) {
    super(state, bindings);
    this.#storage = new WalletStorage(state.storage.sql);
    this.#hasTables = this.#storage.exists();
    if (this.#hasTables) this.#change(() => this.#storage.migrate());
  }

  /** Freezes the terms of a purchase. The same click is the same purchase, however often it arrives. */
  openPurchase(terms: PurchaseTerms, clickKey: string): OpenResult {
    const result = this.#change((): OpenResult => {
      if (!this.#hasTables) this.#storage.migrate();
      this.#claim(terms);
      const sameClick = this.#storage.purchaseByClick(clickKey);
      if (sameClick) {
        return isSameIntent(sameClick, terms)
          ? { outcome: "repeated", purchase: sameClick }
          : { outcome: "key_reused" };
      }
      this.#storage.insertPurchase(terms, clickKey, Date.now());
      this.#tell(terms.purchaseId, null);
      return { outcome: "opened", purchase: this.#existing(terms.purchaseId) };
    });
    this.#hasTables = true;
    return result;
  }

  /** Writes down the page on which Stripe waits for the customer. */
  attachCheckout(purchaseId: string, sessionId: string, url: string): AttachResult {
    return this.#change(() => {
      const purchase = this.#find(purchaseId);
      if (!purchase) return { outcome: "unknown_purchase" };
      if (purchase.checkoutSessionId === sessionId && purchase.checkoutUrl === url) {
        return { outcome: "attached", purchase };
      }
      if (purchase.checkoutSessionId !== null && purchase.checkoutSessionId !== sessionId) {
        return { outcome: "other_session" };
      }
      const state = purchase.state === "created" ? "open" : purchase.state;
      return {
        outcome: "attached",
        purchase: this.#write({ ...purchase, state, checkoutSessionId: sessionId, checkoutUrl: url }),
      };
    });
  }

  /** Stripe could not make a page for this purchase and says why: it ends without a charge. */
  abandonPurchase(purchaseId: string, failure: PaymentFailure): AttachResult {
    return this.#change(() => {
      const purchase = this.#find(purchaseId);
      if (!purchase) return { outcome: "unknown_purchase" };
      if (purchase.state !== "created") return { outcome: "attached", purchase };
      return { outcome: "attached", purchase: this.#writeEnd(purchase, "failed", failure) };
    });
  }

  /**
   * Stripe says how a checkout stands. Webhook, return page, sweep, replay and repair all end here, in any order
   * and any number; paid and as agreed becomes credits exactly once.
   */
  settle(report: CheckoutReport): SettleResult {
    return this.#change(() => {
      const found = this.#find(report.purchaseId);
      if (!found) return { outcome: "unknown_purchase" };

      const decision = decideSettlement(found, report);
      const purchase = bindTo(found, report);
      switch (decision.outcome) {
        case "credit":
          return this.#credit(purchase);
        case "already_credited":
          return { outcome: "already_credited" };
        case "refuse":
          return { outcome: "refused", reason: decision.reason };
        case "unchanged":
          return { outcome: "unchanged", state: found.state };
        case "move":
          this.#writeEnd(purchase, decision.to, report.failure);
          return { outcome: "moved", state: decision.to };
        case "quarantine":
          if (found.state !== "quarantined") {
            this.#writeEnd(purchase, "quarantined", { code: "amount_mismatch", message: decision.reason });
          }
          return { outcome: "quarantined", reason: decision.reason };
      }
    });
  }

  /** A card was declined. The page at Stripe stays open, so this is an attempt and not the end. */
  recordAttempt(attempt: AttemptReport): AttemptResult {
    return this.#change(() => {
      const purchase = this.#find(attempt.purchaseId);
      if (!purchase) return { outcome: "unknown_purchase" };
      const stranger = foreignness(purchase, attempt);
      if (stranger) return { outcome: "refused", reason: stranger };

      const isNew = this.#storage.insertAttempt(attempt, Date.now());
      if (!isNew || purchase.state === "credited") return { outcome: "recorded", isNew };
      const known = { ...purchase, paymentIntentId: attempt.paymentIntentId };
      this.#writeEnd(known, purchase.state, attempt.failure);
      return { outcome: "recorded", isNew };
    });
  }

  purchase(purchaseId: string): { purchase: Purchase; entry: Entry | null } | null {
    const purchase = this.#find(purchaseId);
    return purchase && { purchase, entry: this.#storage.entryByKey(purchaseKey(purchaseId)) };
  }

  summary(newest: number): WalletSummary {
    return this.#hasTables ? readSummary(this.#storage, newest) : EMPTY_SUMMARY;
  }

  history(beforeSeq: number | null, limit: number): HistoryPage {
    return this.#hasTables ? readHistory(this.#storage, beforeSeq, limit) : EMPTY_HISTORY;
  }

  /**
   * Copies to D1 what it has not been told. Never throws: the runtime tries a throwing alarm a few times and then
   * forgets it, and with it the copy. Our own alarm comes back for as long as something is left.
   */
  override async alarm(): Promise<void> {
    try {
      const { isEmpty } = await drainOutbox(this.#storage, this.env);
      this.#drainFailures = 0;
      if (!isEmpty) await this.ctx.storage.setAlarm(Date.now());
    } catch (error) {
      this.#drainFailures += 1;
      logWarning("outbox_drain_failed", { failures: this.#drainFailures, error });
      await this.ctx.storage.setAlarm(Date.now() + drainDelay(this.#drainFailures));
    }
  }

  #credit(purchase: Purchase): SettleResult {
    const entry = this.#post({
      idempotencyKey: purchaseKey(purchase.purchaseId),
      kind: "purchase",
      amountMicros: purchase.creditsMicros,
      reference: purchase.purchaseId,
      actor: "system",
      note: purchase.planName,
    });
    const credited: Purchase = {
      ...purchase,
      state: "credited",
      failureCode: null,
      failureMessage: null,
      creditedAt: entry.at,
    };
    this.#storage.updatePurchase(credited);
    this.#tell(purchase.purchaseId, entry.seq);
    return { outcome: "credited", balanceMicros: entry.balanceAfterMicros };
  }

  #post(posting: Posting): Entry {
    const sameKey = this.#storage.entryByKey(posting.idempotencyKey);
    const decision = decidePosting(this.#storage.lastEntry(), sameKey, posting, Date.now());
    invariant(
      decision.outcome === "post",
      `${posting.idempotencyKey} could not be posted: ${decision.outcome}`,
    );
    this.#storage.insertEntry(decision.entry);
    return decision.entry;
  }

  #writeEnd(purchase: Purchase, state: PurchaseState, failure: PaymentFailure | null): Purchase {
    return this.#write({
      ...purchase,
      state,
      failureCode: failure?.code ?? purchase.failureCode,
      failureMessage: failure?.message ?? purchase.failureMessage,
    });
  }

  #write(purchase: Purchase): Purchase {
    this.#storage.updatePurchase(purchase);
    this.#tell(purchase.purchaseId, null);
    return this.#existing(purchase.purchaseId);
  }

  #find(purchaseId: string): Purchase | null {
    return this.#hasTables ? this.#storage.purchase(purchaseId) : null;
  }

  #existing(purchaseId: string): Purchase {
    const purchase = this.#storage.purchase(purchaseId);
    invariant(purchase, `Purchase ${purchaseId} was written and is not there`);
    return purchase;
  }

  #claim(terms: PurchaseTerms): void {
    const owner = this.#storage.owner();
    if (!owner) this.#storage.writeOwner(terms.partnerId, terms.customerId);
    const { partnerId, customerId } = owner ?? terms;
    invariant(
      partnerId === terms.partnerId && customerId === terms.customerId,
      `The wallet of ${customerId} was asked to open a purchase for ${terms.customerId}`,
    );
  }

  /** In the transaction of what it tells: there is no moment in which a change is made and not to be copied. */
  #tell(purchaseId: string, entrySeq: number | null): void {
    this.#storage.addToOutbox(purchaseId, entrySeq);
    this.ctx.storage.setAlarm(Date.now());
  }

  #change<T>(work: () => T): T {
    return this.ctx.storage.transactionSync(work);
  }
}
