import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One difference between Stripe and the wallets, as it was found. */
export interface RecordedFinding {
  kind:
    | "paid_not_credited"
    | "credited_not_paid"
    | "amount_differs"
    | "reversal_not_recorded"
    | "unknown_payment";
  /** Stripe's id of what differs: a checkout session, a refund or a dispute. */
  id: string;
  paymentIntentId: string | null;
  /** Null when it is not known to be the partner's own. */
  purchaseId: string | null;
  customerId: string | null;
  /** What Stripe says was paid, refunded or disputed; null when Stripe knows of none. */
  amountMinor: number | null;
  currency: string;
  /** What was agreed when the customer clicked Purchase. */
  agreed: { priceMinor: number; currency: string; creditsMicros: number } | null;
  /** What repairing it did, or null while it stands. */
  outcome: string | null;
}

/** What comparisons with Stripe found and repaired. Written at the end of each. */
export const reconcileRuns = sqliteTable("reconcile_runs", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  accountId: text("account_id").notNull(),
  actorType: text("actor_type", { enum: ["member", "system"] }).notNull(),
  actorId: text("actor_id").notNull(),
  startedAt: integer("started_at").notNull(),
  finishedAt: integer("finished_at").notNull(),
  since: integer("since").notNull(),
  until: integer("until"),
  sessionsRead: integer("sessions_read").notNull(),
  refundsRead: integer("refunds_read").notNull(),
  disputesRead: integer("disputes_read").notNull(),
  found: integer("found").notNull(),
  repaired: integer("repaired").notNull(),
  /** Why not everything was compared, or null. */
  error: text("error"),
  findings: text("findings", { mode: "json" }).$type<RecordedFinding[]>().notNull(),
});
