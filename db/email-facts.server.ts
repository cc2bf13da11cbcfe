import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { customerBalances, emails, ledgerEntries, purchases, refundCases } from "./schema";

/** What messages say of purchases and entries: copies, which are there whenever a message about them is. */

export interface PurchaseFacts {
  purchase: typeof purchases.$inferSelect;
}

export interface EntryFacts {
  entry: typeof ledgerEntries.$inferSelect;
}

export interface Receipt extends PurchaseFacts, EntryFacts {
  /** Whether the customer was told before that the bank takes its time. */
  wasProcessing: boolean;
}

export interface RefundFacts extends PurchaseFacts {
  /** As it is now. */
  refund: (typeof refundCases.$inferSelect)["refunds"][number];
  /** What was taken for all that went back of this purchase. */
  takenMicros: number;
  balanceMicros: number;
}

export async function findReceipt(
  db: Database,
  partnerId: string,
  purchaseId: string,
): Promise<Receipt | null> {
  const row = await db
    .select({ purchase: purchases, entry: ledgerEntries, processingId: emails.id })
    .from(purchases)
    .innerJoin(
      ledgerEntries,
      and(
        eq(ledgerEntries.customerId, purchases.customerId),
        eq(ledgerEntries.idempotencyKey, sql`'purchase:' || ${purchases.id}`),
      ),
    )
    .leftJoin(emails, and(eq(emails.kind, "payment_processing"), eq(emails.subjectId, purchases.id)))
    .where(and(eq(purchases.partnerId, partnerId), eq(purchases.id, purchaseId)))
    .get();
  return row ? { purchase: row.purchase, entry: row.entry, wasProcessing: row.processingId !== null } : null;
}

export async function findMailedPurchase(db: Database, partnerId: string, purchaseId: string) {
  const row = await db
    .select()
    .from(purchases)
    .where(and(eq(purchases.partnerId, partnerId), eq(purchases.id, purchaseId)))
    .get();
  return row ?? null;
}

export async function findMailedRefund(
  db: Database,
  partnerId: string,
  purchaseId: string,
  refundId: string,
): Promise<RefundFacts | null> {
  const row = await db
    .select({ purchase: purchases, refundCase: refundCases, balanceMicros: customerBalances.balanceMicros })
    .from(purchases)
    .innerJoin(refundCases, eq(refundCases.purchaseId, purchases.id))
    .leftJoin(customerBalances, eq(customerBalances.customerId, purchases.customerId))
    .where(and(eq(purchases.partnerId, partnerId), eq(purchases.id, purchaseId)))
    .get();
  const refund = row?.refundCase.refunds.find((one) => one.refundId === refundId);
  if (!row || !refund) return null;
  return {
    purchase: row.purchase,
    refund,
    takenMicros: row.refundCase.takenMicros,
    balanceMicros: row.balanceMicros ?? 0,
  };
}

/** Whether a message has reached this purchase's customer that money of it goes back, or that credits do. */
export async function wasToldOfRefund(
  db: Database,
  partnerId: string,
  { id, customerId }: PurchaseFacts["purchase"],
  refundId: string,
): Promise<boolean> {
  const ofRefund = and(eq(emails.kind, "refund_recorded"), eq(emails.subjectId, refundId));
  const ofCredits = and(
    eq(emails.kind, "credits_removed"),
    sql`${emails.subjectId} GLOB ${`reversal:${id}:*`}`,
  );
  const told = await db
    .select({ id: emails.id })
    .from(emails)
    .where(
      and(
        eq(emails.partnerId, partnerId),
        eq(emails.customerId, customerId),
        isNotNull(emails.sentAt),
        or(ofRefund, ofCredits),
      ),
    )
    .get();
  return told !== undefined;
}

export async function findMailedEntry(
  db: Database,
  partnerId: string,
  customerId: string,
  seq: number,
): Promise<EntryFacts | null> {
  const entry = await db
    .select()
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.partnerId, partnerId),
        eq(ledgerEntries.customerId, customerId),
        eq(ledgerEntries.seq, seq),
      ),
    )
    .get();
  return entry ? { entry } : null;
}
