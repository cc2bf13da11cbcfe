import { and, desc, eq } from "drizzle-orm";
import type { Database } from "./client.server";
import { type AskedCustomer, isOf, listedAttempts } from "./listed-tables";
import { isFrom, type PageStart } from "./page-start";

/** Tries to pay a partner that did not go through, of one customer or of all, newest first. */
export async function listAttempts(
  db: Database,
  partnerId: string,
  customer: AskedCustomer,
  from: PageStart | null,
  limit: number,
) {
  return db
    .select()
    .from(listedAttempts)
    .where(
      and(
        eq(listedAttempts.partnerId, partnerId),
        isOf(listedAttempts, customer),
        isFrom(listedAttempts.at, listedAttempts.id, from),
      ),
    )
    .orderBy(desc(listedAttempts.at), desc(listedAttempts.id))
    .limit(limit);
}

export type ListedAttempt = typeof listedAttempts.$inferSelect;
