import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { customers, type EMAIL_KINDS, emailDomains, emails, partners, portals } from "./schema";

export type Email = typeof emails.$inferSelect;
export type EmailKind = (typeof EMAIL_KINDS)[number];

/** A message that something calls for. The same kind about the same subject is one message. */
export interface EmailToQueue {
  id: string;
  kind: EmailKind;
  subjectId: string;
  to: { customerId: string } | { recipient: string };
  details?: Record<string, unknown>;
  at: number;
}

/** Queues a message in a batch with what causes it, so that there is never one without the other. */
export function emailStatement(
  { $client: d1 }: Database,
  partnerId: string,
  { id, kind, subjectId, to, details = {}, at }: EmailToQueue,
): D1PreparedStatement {
  const [customerId, recipient] = "customerId" in to ? [to.customerId, null] : [null, to.recipient];
  return d1
    .prepare(
      `INSERT INTO emails (id, partner_id, customer_id, recipient, kind, subject_id, details, next_attempt_at, created_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8) ON CONFLICT (kind, subject_id) DO NOTHING`,
    )
    .bind(id, partnerId, customerId, recipient, kind, subjectId, JSON.stringify(details), at);
}

/** Queues a message that nothing else is written with. */
export async function queueEmail(db: Database, partnerId: string, email: EmailToQueue): Promise<void> {
  await emailStatement(db, partnerId, email).run();
}

/** A code that is on its way, to somebody whom a partner lets in. */
export interface SignInEmail {
  id: string;
  kind: "sign_in" | "member_sign_in";
  challengeId: string;
  recipient: string;
  at: number;
}

/** Notes that a code is being sent. An address that no partner lets in leaves nothing, and costs the same statement. */
export async function noteSignInEmail(
  { $client: d1 }: Database,
  partnerId: string | null,
  { id, kind, challengeId, recipient, at }: SignInEmail,
): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO emails (id, partner_id, recipient, kind, subject_id, status, attempts, next_attempt_at, created_at)
       SELECT ?1, partners.id, ?3, ?4, ?5, 'sending', 1, ?6, ?6 FROM partners WHERE partners.id = ?2`,
    )
    .bind(id, partnerId, recipient, kind, challengeId, at)
    .run();
}

/** Forgets up to `limit` notes of codes that were sent before a moment. */
export async function deleteOldSignInEmails(
  { $client: d1 }: Database,
  before: number,
  limit: number,
): Promise<void> {
  await d1
    .prepare(
      `DELETE FROM emails WHERE id IN (SELECT id FROM emails INDEXED BY emails_of_sign_ins
         WHERE kind IN ('sign_in', 'member_sign_in') AND created_at < ? ORDER BY created_at LIMIT ?)`,
    )
    .bind(before, limit)
    .run();
}

/**
 * Takes the messages that are due, so that no second sender takes them before `retryAt`. A sender that dies in
 * the middle has taken nothing for good: the message is due again then.
 */
export async function takeDueEmails(
  db: Database,
  now: number,
  retryAt: number,
  limit: number,
): Promise<Email[]> {
  const due = db
    .select({ id: emails.id })
    .from(emails)
    .where(and(eq(emails.status, "queued"), lte(emails.nextAttemptAt, now)))
    .orderBy(asc(emails.nextAttemptAt))
    .limit(limit);
  return db
    .update(emails)
    .set({ attempts: sql`${emails.attempts} + 1`, nextAttemptAt: retryAt })
    .where(and(sql`${emails.id} IN ${due}`, eq(emails.status, "queued"), lte(emails.nextAttemptAt, now)))
    .returning();
}

/** Between whom a message goes: the customer is null for one to somebody who is none. */
export async function findCorrespondents(db: Database, partnerId: string, customerId: string | null) {
  const row = await db
    .select({ partner: partners, portal: portals, customer: customers, domain: emailDomains })
    .from(partners)
    .leftJoin(portals, eq(portals.partnerId, partners.id))
    .leftJoin(emailDomains, eq(emailDomains.partnerId, partners.id))
    .leftJoin(customers, and(eq(customers.partnerId, partners.id), eq(customers.id, customerId ?? "")))
    .where(eq(partners.id, partnerId))
    .get();
  return row ?? null;
}

/** What has become of a message that was handed to the provider. */
export type EmailOutcome = Partial<
  Pick<Email, "status" | "providerId" | "error" | "sentAt" | "nextAttemptAt">
>;

export async function writeEmailOutcome(
  db: Database,
  partnerId: string,
  id: string,
  outcome: EmailOutcome,
): Promise<void> {
  await db
    .update(emails)
    .set(outcome)
    .where(and(eq(emails.partnerId, partnerId), eq(emails.id, id)));
}
