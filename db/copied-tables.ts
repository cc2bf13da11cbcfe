import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Tables that are copies of what wallets hold. `schema.ts` has them too. */

const flag = (name: string) => integer(name, { mode: "boolean" });

/** Copies of what wallets hold. Written by wallets' outboxes only; never read to decide about money. */
export const purchases = sqliteTable("purchases", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  customerId: text("customer_id").notNull(),
  planId: text("plan_id").notNull(),
  planVersion: integer("plan_version").notNull(),
  planName: text("plan_name").notNull(),
  creditsMicros: integer("credits_micros").notNull(),
  priceMinor: integer("price_minor").notNull(),
  currency: text("currency").notNull(),
  platformFeeMinor: integer("platform_fee_minor").notNull(),
  state: text("state", {
    enum: ["created", "open", "processing", "credited", "failed", "expired", "quarantined"],
  }).notNull(),
  accountId: text("account_id").notNull(),
  livemode: flag("livemode").notNull(),
  checkoutSessionId: text("checkout_session_id"),
  paymentIntentId: text("payment_intent_id"),
  paidMinor: integer("paid_minor"),
  refundedMinor: integer("refunded_minor").notNull(),
  disputedMinor: integer("disputed_minor").notNull(),
  failureCode: text("failure_code"),
  failureMessage: text("failure_message"),
  openedAt: integer("opened_at").notNull(),
  creditedAt: integer("credited_at"),
  revision: integer("revision").notNull(),
});

/** Copies of single tries to pay that did not go through. Written by wallets' outboxes only; never changed. */
export const purchaseAttempts = sqliteTable(
  "purchase_attempts",
  {
    customerId: text("customer_id").notNull(),
    /** Stripe's id of the declined charge, or the purchase's own where Stripe opened no page to pay on. */
    id: text("id").notNull(),
    partnerId: text("partner_id").notNull(),
    purchaseId: text("purchase_id").notNull(),
    code: text("code").notNull(),
    declineCode: text("decline_code"),
    message: text("message").notNull(),
    paymentIntentId: text("payment_intent_id"),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.id] })],
);

interface CopiedRefund {
  refundId: string;
  paymentIntentId: string;
  amountMinor: number;
  status: "pending" | "succeeded" | "failed" | "canceled";
}

interface CopiedDispute {
  disputeId: string;
  paymentIntentId: string;
  amountMinor: number;
  status: string;
  moves: number;
}

interface CopiedDecision {
  number: number;
  upToMicros: number;
  takenMicros: number;
  choice: "policy" | "deduct" | "deduct_available" | "keep";
  formId: string | null;
  actor: string;
  note: string;
  at: number;
}

/** Copies of refund cases: purchases whose money went back. Written by wallets' outboxes only. */
export const refundCases = sqliteTable("refund_cases", {
  purchaseId: text("purchase_id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  customerId: text("customer_id").notNull(),
  policy: text("policy", { enum: ["manual", "available", "full"] }).notNull(),
  dueMicros: integer("due_micros").notNull(),
  takenMicros: integer("taken_micros").notNull(),
  keptMicros: integer("kept_micros").notNull(),
  refunds: text("refunds", { mode: "json" }).$type<CopiedRefund[]>().notNull(),
  disputes: text("disputes", { mode: "json" }).$type<CopiedDispute[]>().notNull(),
  decisions: text("decisions", { mode: "json" }).$type<CopiedDecision[]>().notNull(),
  openedAt: integer("opened_at").notNull(),
  changedAt: integer("changed_at").notNull(),
  revision: integer("revision").notNull(),
});

/** What was sold on each day (UTC). Written together with the copies of purchases, and equal to their sums. */
export const salesByDay = sqliteTable(
  "sales_by_day",
  {
    partnerId: text("partner_id").notNull(),
    day: text("day").notNull(),
    currency: text("currency").notNull(),
    planId: text("plan_id").notNull(),
    sold: integer("sold").notNull(),
    returned: integer("returned").notNull(),
    creditsMicros: integer("credits_micros").notNull(),
    grossMinor: integer("gross_minor").notNull(),
    refundedMinor: integer("refunded_minor").notNull(),
    disputedMinor: integer("disputed_minor").notNull(),
    platformFeeMinor: integer("platform_fee_minor").notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.day, table.currency, table.planId] })],
);

/** What each customer bought. Written together with the copies of purchases, and equal to their sums. */
export const salesByCustomer = sqliteTable(
  "sales_by_customer",
  {
    partnerId: text("partner_id").notNull(),
    customerId: text("customer_id").notNull(),
    currency: text("currency").notNull(),
    sold: integer("sold").notNull(),
    grossMinor: integer("gross_minor").notNull(),
    refundedMinor: integer("refunded_minor").notNull(),
    disputedMinor: integer("disputed_minor").notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.customerId, table.currency] })],
);

/** Copies of ledger entries, all but usage. Written by wallets' outboxes only. */
export const ledgerEntries = sqliteTable(
  "ledger_entries",
  {
    customerId: text("customer_id").notNull(),
    seq: integer("seq").notNull(),
    partnerId: text("partner_id").notNull(),
    kind: text("kind").notNull(),
    amountMicros: integer("amount_micros").notNull(),
    balanceAfterMicros: integer("balance_after_micros").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    reference: text("reference").notNull(),
    actor: text("actor").notNull(),
    note: text("note").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.seq] })],
);

/** A copy of each customer's balance, for lists. Written by wallets' outboxes only. */
export const customerBalances = sqliteTable("customer_balances", {
  customerId: text("customer_id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  balanceMicros: integer("balance_micros").notNull(),
  lastSeq: integer("last_seq").notNull(),
  updatedAt: integer("updated_at").notNull(),
});
