import { and, eq, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { aliased, readAliased } from "./aliased.server";
import type { Database } from "./client.server";
import type { OfferedPlan } from "./plans.server";
import type { ConnectedAccount, Customer, Partner, Portal } from "./portals.server";
import {
  connectedAccounts,
  creditPlans,
  customers,
  partners,
  planAudience,
  portals,
  purchases,
} from "./schema";

export interface UnsettledPurchase {
  purchaseId: string;
  customerId: string;
  accountId: string;
  checkoutSessionId: string;
  /** How the offer that the customer took stands today. */
  offer: StandingOffer;
}

/** Null where D1 knows no such thing (any more). */
export interface StandingOffer {
  partner: Partner | null;
  account: ConnectedAccount | null;
  portal: Portal | null;
  customer: Customer | null;
  plan: OfferedPlan | null;
}

export interface DueCheck extends UnsettledPurchase {
  /** The page at Stripe can still be paid on. */
  isOpen: boolean;
  /** How often Stripe was asked about it before. */
  times: number;
}

/** Which open checkouts of a partner are meant: of one plan, of one customer, or all. */
export interface CheckoutScope {
  planId?: string;
  customerId?: string;
}

// What the customer was offered is read with the purchase, so that one rule decides here and in the portal.
const WITH_OFFER = new QueryBuilder()
  .select({
    purchaseId: sql`${purchases.id}`.as("purchaseId"),
    customerId: sql`${purchases.customerId}`.as("customerId"),
    accountId: sql`${purchases.accountId}`.as("accountId"),
    checkoutSessionId: sql`${purchases.checkoutSessionId}`.as("checkoutSessionId"),
    state: sql`${purchases.state}`.as("state"),
    times: sql`coalesce(purchase_checks.times, 0)`.as("times"),
    partner: aliased(partners, "partner"),
    account: aliased(connectedAccounts, "account"),
    portal: aliased(portals, "portal"),
    customer: aliased(customers, "customer"),
    plan: aliased(creditPlans, "plan"),
    exception: sql`${planAudience.mode}`.as("exception"),
  })
  .from(purchases)
  .leftJoin(sql`purchase_checks`, sql`purchase_checks.purchase_id = ${purchases.id}`)
  .leftJoin(partners, eq(partners.id, purchases.partnerId))
  .leftJoin(connectedAccounts, eq(connectedAccounts.partnerId, purchases.partnerId))
  .leftJoin(portals, eq(portals.partnerId, purchases.partnerId))
  .leftJoin(
    customers,
    and(eq(customers.id, purchases.customerId), eq(customers.partnerId, purchases.partnerId)),
  )
  .leftJoin(
    creditPlans,
    and(eq(creditPlans.id, purchases.planId), eq(creditPlans.partnerId, purchases.partnerId)),
  )
  .leftJoin(
    planAudience,
    and(
      eq(planAudience.partnerId, purchases.partnerId),
      eq(planAudience.planId, purchases.planId),
      eq(planAudience.customerId, purchases.customerId),
    ),
  )
  .toSQL().sql;

/**
 * Purchases of all partners that still wait and are due to be asked about, longest due first. One that was never
 * asked about is due `firstAfter_ms` after it was opened.
 */
export async function listDueChecks(
  { $client: d1 }: Database,
  now: number,
  firstAfter_ms: number,
  limit: number,
): Promise<DueCheck[]> {
  const { results } = await d1
    .prepare(
      `${WITH_OFFER}
       WHERE purchases.state IN ('open', 'processing') AND purchases.checkout_session_id IS NOT NULL
         AND coalesce(purchase_checks.next_at, purchases.opened_at + ?2) <= ?1
       ORDER BY coalesce(purchase_checks.next_at, purchases.opened_at + ?2) LIMIT ?3`,
    )
    .bind(now, firstAfter_ms, limit)
    .all<Record<string, unknown>>();
  return results.map(readDueCheck);
}

/**
 * Makes open checkouts of a partner due for the sweep at once, and answers the oldest of them. Whoever then ends them
 * may stop anywhere: the sweep goes on.
 */
export async function hastenChecks(
  { $client: d1 }: Database,
  partnerId: string,
  { planId = null, customerId = null }: { [Key in keyof CheckoutScope]: string | null },
  now: number,
  limit: number,
): Promise<UnsettledPurchase[]> {
  const [, oldest] = await d1.batch<Record<string, unknown>>([
    d1
      .prepare(
        `INSERT INTO purchase_checks (purchase_id, times, next_at)
         SELECT purchases.id, 0, ?4 FROM purchases WHERE ${MEANT}
         ON CONFLICT (purchase_id) DO UPDATE SET next_at = min(next_at, excluded.next_at)`,
      )
      .bind(partnerId, planId, customerId, now),
    d1
      .prepare(`${WITH_OFFER} WHERE ${MEANT} ORDER BY purchases.opened_at LIMIT ?4`)
      .bind(partnerId, planId, customerId, limit),
  ]);
  return (oldest?.results ?? []).map(readDueCheck);
}

const MEANT = `purchases.partner_id = ?1 AND (?2 IS NULL OR purchases.plan_id = ?2)
  AND (?3 IS NULL OR purchases.customer_id = ?3)
  AND purchases.state = 'open' AND purchases.checkout_session_id IS NOT NULL`;

function readDueCheck(row: Record<string, unknown>): DueCheck {
  const plan = readAliased(creditPlans, "plan", row);
  return {
    purchaseId: String(row.purchaseId),
    customerId: String(row.customerId),
    accountId: String(row.accountId),
    checkoutSessionId: String(row.checkoutSessionId),
    isOpen: row.state === "open",
    times: Number(row.times),
    offer: {
      partner: readAliased(partners, "partner", row),
      account: readAliased(connectedAccounts, "account", row),
      portal: readAliased(portals, "portal", row),
      customer: readAliased(customers, "customer", row),
      plan: plan && { ...plan, exception: row.exception as OfferedPlan["exception"] },
    },
  };
}

/** Writes down that Stripe was asked, and when it is asked again if the purchase still waits then. */
export async function writeCheck(
  { $client: d1 }: Database,
  purchaseId: string,
  nextAt: number,
): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO purchase_checks (purchase_id, times, next_at) VALUES (?1, 1, ?2)
       ON CONFLICT (purchase_id) DO UPDATE SET times = times + 1, next_at = excluded.next_at`,
    )
    .bind(purchaseId, nextAt)
    .run();
}
