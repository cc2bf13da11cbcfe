import { invariant } from "../errors";
import type { AttemptStorage } from "./attempt-storage";
import type { CaseStorage } from "./case-storage";
import { decidePosting, type Entry, type Posting, type PostingDecision, type PostingLimit } from "./posting";
import type { PaymentFailure, Purchase, PurchaseState } from "./purchase";
import type { WalletStorage } from "./storage";

/**
 * How a wallet writes: entries that continue the ledger, purchases, and with each of them what D1 must be told.
 * Call inside a transaction, so that there is no moment in which a change is made and not to be copied.
 */
export class WalletBooks {
  readonly cases: CaseStorage;
  readonly attempts: AttemptStorage;
  readonly #storage: WalletStorage;
  readonly #wakeToCopy: () => void;

  constructor(
    storage: WalletStorage,
    { cases, attempts }: { cases: CaseStorage; attempts: AttemptStorage },
    wakeToCopy: () => void,
  ) {
    this.#storage = storage;
    this.cases = cases;
    this.attempts = attempts;
    this.#wakeToCopy = wakeToCopy;
  }

  /** The wallet is the first one's who writes in it, for ever. */
  claim(asked: { partnerId: string; customerId: string }): void {
    const owner = this.#storage.owner();
    if (!owner) this.#storage.writeOwner(asked.partnerId, asked.customerId);
    const { partnerId, customerId } = owner ?? asked;
    invariant(
      partnerId === asked.partnerId && customerId === asked.customerId,
      `The wallet of ${customerId} was asked to write for ${asked.customerId}`,
    );
  }

  balanceMicros(): number {
    return this.#storage.lastEntry()?.balanceAfterMicros ?? 0;
  }

  decide(posting: Posting, limit?: PostingLimit): PostingDecision {
    const sameKey = this.#storage.entryByKey(posting.idempotencyKey);
    return decidePosting(this.#storage.lastEntry(), sameKey, posting, Date.now(), limit);
  }

  entryByKey(idempotencyKey: string): Entry | null {
    return this.#storage.entryByKey(idempotencyKey);
  }

  /** Writes an entry that was decided. It is copied by whoever tells of it. */
  enter(entry: Entry): void {
    this.#storage.insertEntry(entry);
  }

  /** Writes what changed of a purchase, and tells of it together with the entry that goes with it. */
  write(purchase: Purchase, entrySeq: number | null = null): Purchase {
    this.#storage.updatePurchase(purchase);
    this.tell(purchase.purchaseId, entrySeq);
    return this.existing(purchase.purchaseId);
  }

  writeEnd(purchase: Purchase, state: PurchaseState, failure: PaymentFailure | null): Purchase {
    return this.write({
      ...purchase,
      state,
      failureCode: failure?.code ?? purchase.failureCode,
      failureMessage: failure?.message ?? purchase.failureMessage,
    });
  }

  existing(purchaseId: string): Purchase {
    const purchase = this.#storage.purchase(purchaseId);
    invariant(purchase, `Purchase ${purchaseId} was written and is not there`);
    return purchase;
  }

  tell(purchaseId: string | null, entrySeq: number | null): void {
    this.#storage.addToOutbox(purchaseId, entrySeq);
    this.#wakeToCopy();
  }

  /** Tells everything again, as what it is: no news, so that nobody gets a message for it. */
  retell(): { purchases: number; entries: number } {
    const retold = this.#storage.addAllToOutbox();
    this.#wakeToCopy();
    return retold;
  }
}
