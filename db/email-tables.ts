import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Tables of e-mail. `schema.ts` has them too. */

/** What a message may be about. A new kind does not compile until `app/email/kinds.ts` has it. */
export const EMAIL_KINDS = [
  "receipt",
  "payment_processing",
  "payment_failed",
  "refund_recorded",
  "refund_failed",
  "credits_removed",
  "credits_returned",
  "low_credits",
  "credits_used_up",
  "credits_added",
  "credits_deducted",
  "invitation",
  "member_invitation",
  "sign_in",
  "member_sign_in",
] as const;

/** One row per message, to a customer or to the address in `recipient`. Queued by whoever caused it, sent by the mailer; sign-in sends its own. */
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
  status: text("status", { enum: ["queued", "sending", "sent", "failed", "suppressed"] }).notNull(),
  attempts: integer("attempts").notNull(),
  nextAttemptAt: integer("next_attempt_at").notNull(),
  providerId: text("provider_id"),
  error: text("error"),
  createdAt: integer("created_at").notNull(),
  sentAt: integer("sent_at"),
  /** How often somebody has sent it again. */
  resends: integer("resends").notNull(),
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

/** A record that a partner is to set, and why. */
export interface DomainRecord {
  purpose: "ownership" | "spf" | "dkim" | "dmarc";
  type: "TXT" | "CNAME" | "MX";
  name: string;
  value: string;
}

/** What was last found of a record. */
export interface RecordFinding {
  state: "found" | "missing" | "different" | "unknown";
  found: string[];
  /** What to do about it. */
  advice: string | null;
}

/** The domain that a partner's e-mails come from. Written by the partner and by checks. */
export const emailDomains = sqliteTable("email_domains", {
  partnerId: text("partner_id").primaryKey(),
  domain: text("domain").notNull(),
  fromEmail: text("from_email").notNull(),
  fromName: text("from_name").notNull(),
  /** The provider's own id of the domain. */
  providerId: text("provider_id"),
  records: text("records", { mode: "json" }).$type<DomainRecord[]>().notNull(),
  /** One for each record, in their order, or none before the first check. */
  findings: text("findings", { mode: "json" }).$type<RecordFinding[]>().notNull(),
  status: text("status", { enum: ["pending", "verified", "failed"] }).notNull(),
  checks: integer("checks").notNull(),
  checkedAt: integer("checked_at"),
  nextCheckAt: integer("next_check_at").notNull(),
  verifiedAt: integer("verified_at"),
  createdAt: integer("created_at").notNull(),
});
