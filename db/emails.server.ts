import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { customers, emails, ledgerEntries, partners, portals, purchases } from "./schema";

export type Email = typeof emails.$inferSelect;

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

/** What a receipt says. The entry is there whenever a receipt is: both were copied in one transaction. */
export async function findReceipt(db: Database, partnerId: string, purchaseId: string) {
  const row = await db
    .select({
      purchase: purchases,
      entry: ledgerEntries,
      customer: customers,
      partner: partners,
      portal: portals,
    })
    .from(purchases)
    .innerJoin(customers, eq(customers.id, purchases.customerId))
    .innerJoin(partners, eq(partners.id, purchases.partnerId))
    .innerJoin(portals, eq(portals.partnerId, purchases.partnerId))
    .innerJoin(
      ledgerEntries,
      and(
        eq(ledgerEntries.customerId, purchases.customerId),
        eq(ledgerEntries.idempotencyKey, sql`'purchase:' || ${purchases.id}`),
      ),
    )
    .where(and(eq(purchases.partnerId, partnerId), eq(purchases.id, purchaseId)))
    .get();
  return row ?? null;
}

export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;

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
