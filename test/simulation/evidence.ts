import type { ReconcileRun } from "../../db/reconcile-runs.server";
import type { StripeDispute, StripeRefund, StripeSession } from "./stripe-side";
import type { Transcript } from "./transcript";
import type { WalletContents } from "./wallet-contents";

/** A row of D1 or of a wallet, by column. */
export type Row = { [column: string]: string | number | null };

/** Rows of D1 that belong to the partners in question. */
export interface DatabaseContents {
  purchases: Row[];
  purchase_attempts: Row[];
  refund_cases: Row[];
  sales_by_day: Row[];
  sales_by_customer: Row[];
  ledger_entries: Row[];
  customer_balances: Row[];
  audit_log: Row[];
  emails: Row[];
  credit_plans: Row[];
  credit_plan_versions: Row[];
}

export interface Seller {
  partnerId: string;
  accountId: string;
  customerIds: string[];
  /** As the portal lists them. */
  offeredPlanIds: string[];
}

/** What everybody holds at one moment. */
export interface Snapshot {
  wallets: Map<string, WalletContents>;
  database: DatabaseContents;
}

/** All that an invariant may look at. */
export interface Evidence extends Snapshot {
  sellers: Seller[];
  /** Moments before the last, oldest first. */
  earlier: Snapshot[];
  sessions: StripeSession[];
  refunds: StripeRefund[];
  disputes: StripeDispute[];
  /** A comparison with Stripe of each account, after one that repaired. */
  secondComparisons: Pick<ReconcileRun, "error" | "findings">[];
  /** How many receipts the e-mail provider took. */
  receiptsSent: number;
  record: Transcript;
}

/** One thing that must hold, and what does not hold about it, in words. */
export interface Invariant {
  name: string;
  broken(evidence: Evidence): string[];
}
