import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import type { Customer } from "./portals.server";
import { customers } from "./schema";

/** The customer that may sign in to this partner's portal with this address, or null. */
export async function findCustomerByEmail(
  db: Database,
  partnerId: string,
  email: string,
): Promise<Customer | null> {
  const row = await db
    .select()
    .from(customers)
    .where(
      and(
        eq(customers.partnerId, partnerId),
        eq(customers.email, email),
        inArray(customers.portalAccess, ["invited", "active", "blocked"]),
      ),
    )
    .get();
  return row ?? null;
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
