import type { Entry } from "./posting";
import type { Purchase, PurchaseState } from "./purchase";

/** What a wallet answers. Outcomes are values: the caller must look, and they survive the way out of the object. */

export type OpenResult =
  | { outcome: "opened"; purchase: Purchase }
  /** The same click again: not an error. */
  | { outcome: "repeated"; purchase: Purchase }
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

export interface WalletSummary {
  balanceMicros: number;
  /** Milliseconds since 1970 UTC of the last entry, or null when there is none. */
  updatedAt: number | null;
  /** The newest first. */
  entries: Entry[];
}

export interface HistoryPage {
  /** Newest first. */
  entries: Entry[];
  next: number | null;
}
