import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import type { Customer } from "./portals.server";
import { customerBalances, customers } from "./schema";

/** Where a page of customers begins: after the one that was made then and has this id. */
export interface CustomerPosition {
  createdAt: number;
  id: string;
}

/** Which customers are asked for. Null is all of them. */
export interface CustomerNarrowing {
  /** A part of the name, the e-mail address or the company; may be empty. */
  search: string;
  access: Customer["portalAccess"] | null;
  aiCredits: boolean | null;
  lowOnly: boolean;
}

/** What a customer paid in one currency and did not get back. */
export interface LifetimeNet {
  currency: string;
  netMinor: number;
}

/**
 * A partner's customers with their balance and what they bought, the newest first. Each filter has its index, so a page
 * costs a page; a search and more than one filter read on until the page is full, at most all of the partner's customers.
 */
export async function listCustomers(
  db: Database,
  partnerId: string,
  narrowing: CustomerNarrowing,
  after: CustomerPosition | null,
  limit: number,
) {
  const isLater = after && sql`(${customers.createdAt}, ${customers.id}) < (${after.createdAt}, ${after.id})`;
  return db
    .select({
      customer: customers,
      balanceMicros: customerBalances.balanceMicros,
      lastPurchaseAt: lastPurchaseAt(partnerId),
      net: lifetimeNet(partnerId),
    })
    .from(customers)
    .leftJoin(
      customerBalances,
      and(eq(customerBalances.customerId, customers.id), eq(customerBalances.partnerId, partnerId)),
    )
    .where(and(eq(customers.partnerId, partnerId), ...conditionsOf(narrowing), isLater ?? undefined))
    .orderBy(desc(customers.createdAt), desc(customers.id))
    .limit(limit);
}

export type ListedCustomer = Awaited<ReturnType<typeof listCustomers>>[number];

function conditionsOf({ search, access, aiCredits, lowOnly }: CustomerNarrowing): (SQL | undefined)[] {
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return [
    access ? eq(customers.portalAccess, access) : undefined,
    aiCredits === null ? undefined : eq(customers.aiCreditsEnabled, aiCredits),
    // Written out: a partial index is found by its own words.
    lowOnly ? sql`${customers.isLow} = 1` : undefined,
    search
      ? sql`(${customers.name} LIKE ${pattern} ESCAPE '\\' OR ${customers.email} LIKE ${pattern} ESCAPE '\\'
          OR ${customers.company} LIKE ${pattern} ESCAPE '\\')`
      : undefined,
  ];
}

const lastPurchaseAt = (partnerId: string) =>
  sql<number | null>`(SELECT max(credited_at) FROM purchases
    WHERE partner_id = ${partnerId} AND customer_id = ${customers.id} AND credited_at IS NOT NULL)`;

/** As JSON, because a customer has a row for each currency. */
const lifetimeNet = (partnerId: string) =>
  sql<string>`(SELECT json_group_array(json_object('currency', currency, 'netMinor',
      gross_minor - refunded_minor - disputed_minor))
    FROM sales_by_customer
    WHERE partner_id = ${partnerId} AND customer_id = ${customers.id} AND sold <> 0)`.mapWith(
    (text): LifetimeNet[] => JSON.parse(text),
  );
