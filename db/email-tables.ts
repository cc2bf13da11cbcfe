import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Tables of e-mail. `schema.ts` has them too. */

/** What a message may be about. A new kind does not compile until it is given its facts and its words. */
export const EMAIL_KINDS = [
  "receipt",
  "payment_processing",
  "payment_failed",
  "refund_recorded",
  "credits_removed",
  "low_credits",
  "credits_used_up",
  "credits_added",
  "credits_deducted",
  "invitation",
  "member_invitation",
] as const;

/** One row per message, to a customer or to the address in `recipient`. Queued by whoever caused it, sent by the mailer. */
export const emails = sqliteTable("emails", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  customerId: text("customer_id"),
  recipient: text("recipient"),
  kind: text("kind", { enum: EMAIL_KINDS }).notNull(),
  /** What the message is about. A kind is sent about a subject once. */
  subjectId: text("subject_id").notNull(),
  /** What its text is made of where nothing else keeps it. */
  details: text("details", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
  status: text("status", { enum: ["queued", "sent", "failed", "suppressed"] }).notNull(),
  attempts: integer("attempts").notNull(),
  nextAttemptAt: integer("next_attempt_at").notNull(),
  providerId: text("provider_id"),
  error: text("error"),
  createdAt: integer("created_at").notNull(),
  sentAt: integer("sent_at"),
});

/** Kinds that a partner has switched, where that differs from how they come. Written by the partner. */
export const emailSwitches = sqliteTable(
  "email_switches",
  {
    partnerId: text("partner_id").notNull(),
    kind: text("kind", { enum: EMAIL_KINDS }).notNull(),
    isOn: integer("is_on", { mode: "boolean" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.kind] })],
);
