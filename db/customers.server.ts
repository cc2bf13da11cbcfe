import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import type { Customer } from "./portals.server";
import { auditLog, customers } from "./schema";

/** Customers of one partner, or of all of them for whoever runs the platform, in the order of their ids. */
export async function listCustomerIds(
  db: Database,
  partnerId: string | null,
  after: string,
  limit: number,
): Promise<{ customerId: string; partnerId: string }[]> {
  const isOfPartner = partnerId === null ? undefined : eq(customers.partnerId, partnerId);
  return db
    .select({ customerId: customers.id, partnerId: customers.partnerId })
    .from(customers)
    .where(and(isOfPartner, gt(customers.id, after)))
    .orderBy(asc(customers.id))
    .limit(limit);
}

export async function findCustomer(
  db: Database,
  partnerId: string,
  customerId: string,
): Promise<Customer | null> {
  const row = await db
    .select()
    .from(customers)
    .where(and(eq(customers.partnerId, partnerId), eq(customers.id, customerId)))
    .get();
  return row ?? null;
}

/** The customer of a partner who has this address, whatever their access, or null. */
export async function findCustomerByEmail(
  db: Database,
  partnerId: string,
  email: string,
): Promise<Customer | null> {
  const row = await db
    .select()
    .from(customers)
    .where(and(eq(customers.partnerId, partnerId), eq(customers.email, email)))
    .get();
  return row ?? null;
}

/** Whether this is the address of one of a partner's customers, whether or not they may sign in. */
export async function isCustomer(db: Database, partnerId: string, email: string): Promise<boolean> {
  const row = await db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.partnerId, partnerId), eq(customers.email, email)))
    .get();
  return row !== undefined;
}

/** A customer who opened the mail has shown that the mailbox is theirs, and an invitation is thereby taken up. */
export async function confirmMailbox(
  db: Database,
  partnerId: string,
  customerId: string,
  now: number,
): Promise<void> {
  await db
    .update(customers)
    .set({
      emailVerifiedAt: sql`coalesce(${customers.emailVerifiedAt}, ${now})`,
      portalAccess: sql`CASE ${customers.portalAccess} WHEN 'invited' THEN 'active' ELSE ${customers.portalAccess} END`,
    })
    .where(and(eq(customers.partnerId, partnerId), eq(customers.id, customerId)));
}

/** The language that a customer has chosen, with who chose it. */
export async function writeCustomerLanguage(
  db: Database,
  partnerId: string,
  customerId: string,
  locale: string,
  audit: Omit<typeof auditLog.$inferInsert, "partnerId">,
): Promise<void> {
  await db.batch([
    db
      .update(customers)
      .set({ locale })
      .where(and(eq(customers.partnerId, partnerId), eq(customers.id, customerId))),
    db.insert(auditLog).values({ ...audit, partnerId }),
  ]);
}
