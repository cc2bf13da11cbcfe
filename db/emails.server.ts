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

export async function writeEmailOutcome(
  db: Database,
  partnerId: string,
  id: string,
  outcome: Partial<Pick<Email, "status" | "providerId" | "error" | "sentAt" | "nextAttemptAt">>,
): Promise<void> {
  await db
    .update(emails)
    .set(outcome)
    .where(and(eq(emails.partnerId, partnerId), eq(emails.id, id)));
}
