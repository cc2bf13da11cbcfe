import { and, eq, sql } from "drizzle-orm";
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { purchases } from "./copied-tables";
import { EMAIL_KINDS, emails } from "./email-tables";

/**
 * Tables as their lists see them: what a row shows, and nothing else. Columns of other tables are kept beside it by the
 * database's own triggers (decision 0032), so a page reads its rows and no others.
 */

const flag = (name: string) => integer(name, { mode: "boolean" });

export const listedPurchases = sqliteTable("purchases", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  customerId: text("customer_id").notNull(),
  customerEmail: text("customer_email").notNull(),
  planName: text("plan_name").notNull(),
  creditsMicros: integer("credits_micros").notNull(),
  priceMinor: integer("price_minor").notNull(),
  currency: text("currency").notNull(),
  state: text("state", { enum: purchases.state.enumValues }).notNull(),
  accountId: text("account_id").notNull(),
  livemode: flag("livemode").notNull(),
  paymentIntentId: text("payment_intent_id"),
  paidMinor: integer("paid_minor"),
  refundedMinor: integer("refunded_minor").notNull(),
  disputedMinor: integer("disputed_minor").notNull(),
  failureMessage: text("failure_message"),
  openedAt: integer("opened_at").notNull(),
  /** That of the message; null where none was queued. */
  receiptStatus: text("receipt_status", { enum: emails.status.enumValues }),
  /** What its refund case has due, and since when there is one; null where there is none. */
  caseDueMicros: integer("case_due_micros"),
  caseOpenedAt: integer("case_opened_at"),
});

export const listedAttempts = sqliteTable(
  "purchase_attempts",
  {
    customerId: text("customer_id").notNull(),
    id: text("id").notNull(),
    partnerId: text("partner_id").notNull(),
    customerEmail: text("customer_email").notNull(),
    code: text("code").notNull(),
    declineCode: text("decline_code"),
    message: text("message").notNull(),
    paymentIntentId: text("payment_intent_id"),
    at: integer("at").notNull(),
    // Of its purchase.
    planName: text("plan_name").notNull(),
    priceMinor: integer("price_minor").notNull(),
    currency: text("currency").notNull(),
    accountId: text("account_id").notNull(),
    livemode: flag("livemode").notNull(),
    purchasePaymentIntentId: text("purchase_payment_intent_id"),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.id] })],
);

export const listedEmails = sqliteTable("emails", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  customerId: text("customer_id"),
  /** The customer's address as it is now; null where the message is to somebody else, or the customer has gone. */
  customerEmail: text("customer_email"),
  /** Of a code to sign in: whose address it went to, where it is a customer's by now. */
  signedInId: text("signed_in_id"),
  recipient: text("recipient"),
  kind: text("kind", { enum: EMAIL_KINDS }).notNull(),
  status: text("status", { enum: emails.status.enumValues }).notNull(),
  attempts: integer("attempts").notNull(),
  error: text("error"),
  createdAt: integer("created_at").notNull(),
  sentAt: integer("sent_at"),
});

/** By currency, how many were sold, and what was paid for them and did not go back. */
export type SoldByCurrency = Record<string, { sold: number; netMinor: number }>;

const sales = text("sales", { mode: "json" }).$type<SoldByCurrency>().notNull();

/** What the list of credit plans shows beside a plan's own. */
export const listedPlans = sqliteTable("credit_plans", {
  sales,
  /** How many were sold on each day (UTC) of at least the last 30. */
  soldByDay: text("sold_by_day", { mode: "json" }).$type<Record<string, number>>().notNull(),
});

/** All that a partner sold, also of plans that are deleted. */
export const listedPartners = sqliteTable("partners", { id: text("id").primaryKey(), sales });

/** Whose purchases or attempts are asked for: by whoever knows the customer, or knows only an address. Null is everybody's. */
export type AskedCustomer = { customerId: string } | { customerEmail: string } | null;

export function isOf(table: typeof listedPurchases | typeof listedAttempts, asked: AskedCustomer) {
  if (asked === null) return undefined;
  if ("customerId" in asked) return eq(table.customerId, asked.customerId);
  // The second half is word for word what the indexes are made of.
  return and(eq(table.customerEmail, asked.customerEmail), sql`${table.customerEmail} <> ''`);
}
