import { DurableObject } from "cloudflare:workers";
import type { CustomerCopies } from "../../db/projection.server";
import { logWarning } from "../log";
import type { ReversalReport } from "../refunds/reversal";
import { type Adjustment, adjustBalance } from "./adjustment";
import { AttemptStorage } from "./attempt-storage";
import { WalletBooks } from "./books";
import { CaseStorage } from "./case-storage";
import { abandonPurchase, attachCheckout } from "./checkout";
import { NO_COPIES, readWholeCopy } from "./copy";
import { EMPTY_HISTORY, EMPTY_SUMMARY, readHistory, readSummary } from "./history";
import { drainDelay, drainOutbox, nextCopyAt, type WalletBindings } from "./outbox.server";
import type { EntryType } from "./posting";
import {
  type AttemptReport,
  type CheckoutReport,
  isSameIntent,
  type PaymentFailure,
  type Purchase,
  type PurchaseTerms,
} from "./purchase";
import { readPurchase, readPurchases, readPurchasesBefore } from "./purchase-list";
import { restoreCopies, unrestorable } from "./restoration";
import { RestorationStorage } from "./restoration-storage";
import type {
  AdjustResult,
  AttachResult,
  AttemptResult,
  CaseView,
  DecideCaseResult,
  HistoryPage,
  OpenResult,
  PurchasePage,
  PurchaseStanding,
  PurchaseView,
  ReleaseResult,
  RestoreResult,
  RetellResult,
  ReversalResult,
  SettleResult,
  WalletSummary,
} from "./results";
import { type CaseAnswer, decideCase, readCase, recordReversals } from "./reversals";
import { recordAttempt, releasePurchase, settlePurchase } from "./settlement";
import { type BrokenInvariant, brokenInvariants } from "./soundness";
import { WalletStorage } from "./storage";

/**
 * One customer's wallet. It owns that customer's purchases, ledger and balance: each change is one transaction
 * that checks the key, decides, and writes entry, purchase and outbox together.
 *
 * It does not know plans, prices of today, sessions or e-mail addresses, and it never calls Stripe.
 */
export class Wallet extends DurableObject<WalletBindings> {
  readonly #storage: WalletStorage;
  readonly #restoration: RestorationStorage;
  readonly #books: WalletBooks;
  /** A wallet in which nothing was ever opened has no tables; looking into it must not make any. */
  #hasTables: boolean;
  #drainFailures = 0;

  constructor(state: DurableObjectState, bindings: WalletBindings) {
    super(state, bindings);
    this.#storage = new WalletStorage(state.storage.sql);
    this.#restoration = new RestorationStorage(state.storage.sql);
    const cases = new CaseStorage(state.storage.sql);
    const attempts = new AttemptStorage(state.storage.sql);
    const wakeToCopy = () => state.storage.setAlarm(nextCopyAt(Date.now()));
    this.#books = new WalletBooks(this.#storage, { cases, attempts }, wakeToCopy);
    this.#hasTables = this.#storage.exists();
    if (this.#hasTables) this.#change(() => this.#storage.migrate());
  }

  /**
   * Freezes the terms of a purchase, and what Stripe is asked for, a text that only the asker reads. The same click is
   * the same purchase, however often it arrives.
   */
  openPurchase(terms: PurchaseTerms, clickKey: string, request: string | null = null): OpenResult {
    return this.#open(terms, () => {
      const sameClick = this.#storage.purchaseByClick(clickKey);
      if (sameClick) {
        return isSameIntent(sameClick, terms)
          ? {
              outcome: "repeated",
              purchase: sameClick,
              request: this.#storage.checkoutRequest(sameClick.purchaseId),
            }
          : { outcome: "key_reused" };
      }
      this.#storage.insertPurchase(terms, clickKey, Date.now(), request);
      this.#books.tell(terms.purchaseId, null);
      return { outcome: "opened", purchase: this.#books.existing(terms.purchaseId), request };
    });
  }

  /** Writes down the page on which Stripe waits for the customer. */
  attachCheckout(purchaseId: string, sessionId: string, url: string): AttachResult {
    return this.#about(purchaseId, (purchase) => attachCheckout(this.#books, purchase, sessionId, url));
  }

  /** Stripe could not make a page for this purchase and says why: it ends without a charge. */
  abandonPurchase(purchaseId: string, failure: PaymentFailure): AttachResult {
    return this.#about(purchaseId, (purchase) => abandonPurchase(this.#books, purchase, failure));
  }

  /**
   * Stripe says how a checkout stands. Webhook, return page, sweep, replay and repair all end here, in any order
   * and any number; paid and as agreed becomes credits exactly once.
   */
  settle(report: CheckoutReport): SettleResult {
    return this.#about(report.purchaseId, (purchase) => settlePurchase(this.#books, purchase, report));
  }

  /** A card was declined. The page at Stripe stays open, so this is an attempt and not the end. */
  recordAttempt(attempt: AttemptReport): AttemptResult {
    return this.#about(attempt.purchaseId, (purchase) => recordAttempt(this.#books, purchase, attempt));
  }

  /**
   * Stripe says that money of a payment went back, or came again. Webhook, reconcile and replay all end here, in any
   * order and any number: the balance follows from the set of refunds and disputes alone.
   */
  recordReversals(report: ReversalReport): ReversalResult {
    return this.#about(report.purchaseId, (purchase) => recordReversals(this.#books, purchase, report));
  }

  /** A person decides what becomes of credits whose money went back. */
  decideCase(answer: CaseAnswer): DecideCaseResult {
    return this.#about(answer.purchaseId, (purchase) => decideCase(this.#books, purchase, answer));
  }

  /** A person gives the promised credits for a payment that differs from the terms. */
  releasePurchase(purchaseId: string, actor: string): ReleaseResult {
    return this.#about(purchaseId, (purchase) => releasePurchase(this.#books, purchase, actor));
  }

  /** A person adds or deducts credits. A deduction that the balance does not cover is refused whole. */
  adjust(adjustment: Adjustment): AdjustResult {
    // What is refused anyway opens no wallet.
    if (!this.#hasTables && adjustment.amountMicros < 0) {
      return { outcome: "insufficient_credits", balanceMicros: 0 };
    }
    return this.#open(adjustment, () => adjustBalance(this.#books, adjustment));
  }

  purchase(purchaseId: string): PurchaseView | null {
    const purchase = this.#find(purchaseId);
    return purchase && readPurchase(this.#storage, this.#books, purchase);
  }

  refundCase(purchaseId: string): CaseView | null {
    const purchase = this.#find(purchaseId);
    return purchase && readCase(this.#books, purchase);
  }

  summary(newest: number): WalletSummary {
    return this.#hasTables ? readSummary(this.#storage, this.#restoration, newest) : EMPTY_SUMMARY;
  }

  history(beforeSeq: number | null, limit: number, type: EntryType | null = null): HistoryPage {
    return this.#hasTables ? readHistory(this.#storage, beforeSeq, limit, type) : EMPTY_HISTORY;
  }

  purchases(beforeId: string | null, limit: number): PurchasePage {
    if (!this.#hasTables) return { purchases: [], next: null };
    return readPurchases(this.#storage, this.#books, beforeId, limit);
  }

  /** The latest purchases of a plan before this click; none when this very click has its purchase already. */
  purchasesBefore(planId: string, clickKey: string): PurchaseStanding[] {
    return this.#hasTables ? readPurchasesBefore(this.#storage, this.#books, planId, clickKey) : [];
  }

  /** All that D1 is to have of this wallet, or null when nothing is in it. */
  copy(): CustomerCopies | null {
    return this.#isEmpty() ? null : readWholeCopy(this.#storage, this.#books);
  }

  /** The rules that this wallet breaks: none. */
  verify(): BrokenInvariant[] {
    return brokenInvariants(this.copy() ?? NO_COPIES);
  }

  /** Copies everything to D1 again, and sends nobody a message for it. */
  retell(): RetellResult {
    if (this.#isEmpty()) return { outcome: "nothing" };
    return { outcome: "retold", ...this.#change(() => this.#books.retell()) };
  }

  /** How much D1 has not been told yet. */
  untold(): number {
    return this.#hasTables ? this.#storage.untold() : 0;
  }

  /** Puts a wallet that was lost together again; one in which something is stays as it is. */
  restore(owner: { partnerId: string; customerId: string }, copies: CustomerCopies): RestoreResult {
    if (!this.#isEmpty()) return { outcome: "not_empty" };
    return (
      unrestorable(copies) ?? this.#open(owner, () => restoreCopies(this.#books, this.#restoration, copies))
    );
  }

  /**
   * Copies to D1 what it has not been told. Never throws: the runtime tries a throwing alarm a few times and then
   * forgets it, and with it the copy. Our own alarm comes back for as long as something is left.
   */
  override async alarm(): Promise<void> {
    try {
      const { isEmpty } = await drainOutbox(this.#storage, this.#books, this.env);
      this.#drainFailures = 0;
      if (!isEmpty) await this.ctx.storage.setAlarm(Date.now());
    } catch (error) {
      this.#drainFailures += 1;
      logWarning("outbox_drain_failed", { failures: this.#drainFailures, error });
      await this.ctx.storage.setAlarm(Date.now() + drainDelay(this.#drainFailures));
    }
  }

  /** A change of a purchase that is here; nothing is written for one that is not. */
  #about<T>(purchaseId: string, work: (purchase: Purchase) => T): T | { outcome: "unknown_purchase" } {
    return this.#change(() => {
      const purchase = this.#find(purchaseId);
      return purchase ? work(purchase) : { outcome: "unknown_purchase" };
    });
  }

  #isEmpty(): boolean {
    return !this.#hasTables || this.#restoration.isEmpty();
  }

  #find(purchaseId: string): Purchase | null {
    return this.#hasTables ? this.#storage.purchase(purchaseId) : null;
  }

  /** A change that may be the first thing ever written here. */
  #open<T>(owner: { partnerId: string; customerId: string }, work: () => T): T {
    const result = this.#change(() => {
      if (!this.#hasTables) this.#storage.migrate();
      this.#books.claim(owner);
      return work();
    });
    this.#hasTables = true;
    return result;
  }

  #change<T>(work: () => T): T {
    return this.ctx.storage.transactionSync(work);
  }
}
