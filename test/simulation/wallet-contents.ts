import type { BrokenInvariant } from "../../app/wallet/soundness";
import type { CustomerCopies } from "../../db/projection.server";

/** Rows as a wallet's own SQLite holds them. */
export interface StoredPurchase {
  purchase_id: string;
  click_key: string;
  partner_id: string;
  customer_id: string;
  plan_id: string;
  plan_version: number;
  credits_micros: number;
  price_minor: number;
  paid_minor: number | null;
  payment_intent_id: string | null;
  currency: string;
  account_id: string;
  state: string;
  checkout_session_id: string | null;
  revision: number;
}

export interface StoredAttempt {
  attempt_id: string;
  purchase_id: string;
  code: string;
  decline_code: string | null;
  message: string;
  payment_intent_id: string | null;
  at: number;
}

export interface StoredEntry {
  seq: number;
  idempotency_key: string;
  kind: string;
  amount_micros: number;
  balance_after_micros: number;
  reference: string;
  actor: string;
  note: string;
  at: number;
}

/** Everything that one wallet holds, read straight from its storage. */
export interface WalletContents {
  owner: { partner_id: string; customer_id: string } | null;
  purchases: StoredPurchase[];
  attempts: StoredAttempt[];
  entries: StoredEntry[];
  outbox: { position: number; purchase_id: string | null; entry_seq: number | null }[];
  /** What the wallet itself answers. */
  balanceMicros: number;
  cases: CustomerCopies["cases"];
  broken: BrokenInvariant[];
  hasAlarm: boolean;
}
