import { and, desc, eq, gt, gte, sql } from "drizzle-orm";
import { aliased } from "./aliased.server";
import type { Database } from "./client.server";
import { customers, emails, purchases, refundCases, salesByDay } from "./schema";
import { hasFailed } from "./sent-emails.server";
import { setupOf, setupStatements } from "./setup.server";

/** How far what waits is counted; one more says that there are more. */
export interface HomeLimits {
  /** The first day (UTC) of what was sold lately. */
  since: string;
  counted: number;
  purchases: number;
}

/** All that the home page shows of D1, in one round trip. Each part reads an index as far as it is shown. */
export async function readHome(
  db: Database,
  partnerId: string,
  { since, counted, purchases: shown }: HomeLimits,
) {
  // Values that partial indexes name are written out: a bound one would not be known to match.
  const hasAccess = sql`${customers.portalAccess} IN ('invited', 'active')`;
  const [portal, plans, activePlans, sales, guests, lately, quarantined, cases, failedEmails, newest] =
    await db.batch([
      ...setupStatements(db, partnerId),
      db
        .select({ id: customers.id })
        .from(customers)
        .where(and(eq(customers.partnerId, partnerId), hasAccess))
        .limit(1),
      salesSince(db, partnerId, since),
      quarantinedOf(db, partnerId, counted),
      casesOf(db, partnerId, counted),
      failedEmailsOf(db, partnerId, counted),
      newestPurchases(db, partnerId, shown),
    ]);
  return {
    ...setupOf(portal, plans, activePlans, sales),
    hasGuest: guests.length > 0,
    lately,
    waiting: { quarantined: quarantined.length, cases: cases.length, failedEmails: failedEmails.length },
    newest,
  };
}

const quarantinedOf = (db: Database, partnerId: string, limit: number) =>
  db
    .select({ id: purchases.id })
    .from(purchases)
    .where(and(eq(purchases.partnerId, partnerId), eq(purchases.state, sql`'quarantined'`)))
    .limit(limit);

const casesOf = (db: Database, partnerId: string, limit: number) =>
  db
    .select({ id: refundCases.purchaseId })
    .from(refundCases)
    .where(and(eq(refundCases.partnerId, partnerId), gt(refundCases.dueMicros, sql`0`)))
    .limit(limit);

const failedEmailsOf = (db: Database, partnerId: string, limit: number) =>
  db
    .select({ id: emails.id })
    .from(emails)
    .where(and(eq(emails.partnerId, partnerId), hasFailed))
    .limit(limit);

const salesSince = (db: Database, partnerId: string, since: string) =>
  db
    .select({
      currency: salesByDay.currency,
      sold: sql<number>`sum(${salesByDay.sold})`.as("sold_lately"),
      netMinor:
        sql<number>`sum(${salesByDay.grossMinor} - ${salesByDay.refundedMinor} - ${salesByDay.disputedMinor})`.as(
          "net_minor",
        ),
    })
    .from(salesByDay)
    .where(and(eq(salesByDay.partnerId, partnerId), gte(salesByDay.day, since)))
    .groupBy(salesByDay.currency)
    .orderBy(salesByDay.currency);

const newestPurchases = (db: Database, partnerId: string, limit: number) =>
  db
    .select({ purchase: aliased(purchases, "purchase"), customer: aliased(customers, "customer") })
    .from(purchases)
    .innerJoin(customers, and(eq(customers.id, purchases.customerId), eq(customers.partnerId, partnerId)))
    .where(eq(purchases.partnerId, partnerId))
    .orderBy(desc(purchases.openedAt), desc(purchases.id))
    .limit(limit);

export type Home = Awaited<ReturnType<typeof readHome>>;
