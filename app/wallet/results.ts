import type { CaseFile, CaseStanding } from "../refunds/case";
import type { ReversedMoney } from "../refunds/reversal";
import type { Entry } from "./posting";
import type { Purchase, PurchaseState } from "./purchase";
import type { BrokenInvariant } from "./soundness";

/** What a wallet answers. Outcomes are values: the caller must look, and they survive the way out of the object. */

export type OpenResult =
  | { outcome: "opened"; purchase: Purchase; request: string | null }
  /** The same click again: not an error. The request is the one that Stripe was asked first, until it has a page. */
  | { outcome: "repeated"; purchase: Purchase; request: string | null }
  /** The same click key with another plan: a bug or a forged form. */
  | { outcome: "key_reused" };

export type AttachResult =
  | { outcome: "attached"; purchase: Purchase }
  | { outcome: "other_session" }
  | { outcome: "unknown_purchase" };

export type SettleResult =
  | { outcome: "credited"; balanceMicros: number }
  | { outcome: "already_credited" }
  | { outcome: "moved"; state: PurchaseState }
  | { outcome: "unchanged"; state: PurchaseState }
  | { outcome: "quarantined"; reason: string }
  | { outcome: "refused"; reason: string }
  | { outcome: "unknown_purchase" };

export type AttemptResult =
  | { outcome: "recorded"; isNew: boolean }
  | { outcome: "refused"; reason: string }
  | { outcome: "unknown_purchase" };

export type AdjustResult =
  | { outcome: "adjusted"; entry: Entry; balanceMicros: number }
  /** The same form again: not an error. */
  | { outcome: "repeated"; entry: Entry }
  /** The same form with another amount: a form that was edited after it was sent. */
  | { outcome: "key_reused" }
  | { outcome: "insufficient_credits"; balanceMicros: number }
  | { outcome: "too_many_credits" };

export type ReversalResult =
  /** `isNew` is false when all of it was known; `movedMicros` is what the balance changed by itself. */
  | { outcome: "recorded"; isNew: boolean; movedMicros: number; dueMicros: number }
  | { outcome: "refused"; reason: string }
  | { outcome: "unknown_purchase" };

export type DecideCaseResult =
  | { outcome: "decided"; takenMicros: number; balanceMicros: number }
  /** The same form again: not an error. */
  | { outcome: "repeated"; takenMicros: number; balanceMicros: number }
  /** The same form with another answer, or about another purchase. */
  | { outcome: "key_reused" }
  /** More or less is due than the person saw: nothing was taken. */
  | { outcome: "due_changed"; dueMicros: number }
  | { outcome: "insufficient_credits"; dueMicros: number; balanceMicros: number }
  | { outcome: "unknown_purchase" };

export type ReleaseResult =
  | { outcome: "credited"; balanceMicros: number }
  /** The same person has released it before: not an error. */
  | { outcome: "repeated" }
  | { outcome: "already_credited" }
  /** Only a payment that differs from the terms waits for a person. */
  | { outcome: "not_quarantined" }
  | { outcome: "unknown_purchase" };

export type RetellResult =
  | { outcome: "retold"; purchases: number; entries: number }
  /** Nothing was ever opened here. */
  | { outcome: "nothing" };

export type RestoreResult =
  | { outcome: "restored"; purchases: number; entries: number }
  /** Something is in this wallet, so nothing was touched. */
  | { outcome: "not_empty" }
  /** There is no copy of anything. */
  | { outcome: "nothing_copied" }
  /** The copies are no whole ledger, so nothing was written. */
  | { outcome: "unsound"; broken: BrokenInvariant[] };

/** A refund case as a person reads it. */
export interface CaseView {
  file: CaseFile;
  money: ReversedMoney;
  standing: CaseStanding;
}

export interface WalletSummary {
  balanceMicros: number;
  /** What usage has taken so far. What a person or a refund took is not used. */
  usedMicros: number;
  /** Milliseconds since 1970 UTC of the last entry, or null when there is none. */
  updatedAt: number | null;
  /** The newest first. */
  entries: Entry[];
  /** When this wallet was lost, and put together again from copies; null when it never was. */
  restoredAt: number | null;
}

export interface HistoryPage {
  /** Newest first. */
  entries: Entry[];
  next: number | null;
}

/** A purchase, with what went back of its money. */
export interface PurchaseStanding {
  purchase: Purchase;
  money: ReversedMoney;
}

export interface PurchaseView extends PurchaseStanding {
  /** The entry that credits it, or null before that. */
  entry: Entry | null;
}

export interface PurchasePage {
  /** Newest first. */
  purchases: PurchaseStanding[];
  /** The id before which the following page begins. */
  next: string | null;
}
