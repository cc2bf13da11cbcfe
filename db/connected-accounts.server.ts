import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { connectedAccounts } from "./schema";

type Facts = Pick<
  typeof connectedAccounts.$inferSelect,
  | "detailsSubmitted"
  | "chargesEnabled"
  | "payoutsEnabled"
  | "requirementsDue"
  | "requirementsDeadline"
  | "disabledReason"
>;

/** Links a partner with its new Stripe account. One that was there and was not disconnected stays. */
export async function linkAccount(
  db: Database,
  partnerId: string,
  account: { accountId: string; livemode: boolean },
  now: number,
): Promise<void> {
  const fresh = { ...account, detailsSubmitted: false, chargesEnabled: false, payoutsEnabled: false };
  const wanted = { requirementsDue: [], requirementsDeadline: null, disabledReason: null };
  const values = { ...fresh, ...wanted, deauthorizedAt: null, syncedAt: now };
  await db
    .insert(connectedAccounts)
    .values({ partnerId, ...values })
    .onConflictDoUpdate({
      target: connectedAccounts.partnerId,
      set: values,
      setWhere: sql`${connectedAccounts.deauthorizedAt} IS NOT NULL`,
    });
}

/**
 * The partner stops selling on its account, and the audit log says who did it. False says that there was nothing to
 * stop.
 */
export async function disconnectAccount(
  { $client: d1 }: Database,
  partnerId: string,
  audit: { id: string; actorId: string; at: number },
): Promise<boolean> {
  const [audited] = await d1.batch([
    d1.prepare(AUDIT_DISCONNECTION).bind(partnerId, audit.id, audit.actorId, audit.at),
    d1.prepare(DISCONNECT).bind(partnerId, audit.id, audit.at),
  ]);
  // Counted with what triggers wrote.
  return (audited?.meta.changes ?? 0) > 0;
}

const AUDIT_DISCONNECTION = `
  INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, before, after, at)
  SELECT ?2, partner_id, 'member', ?3, 'account.disconnected', account_id, json_object('connected', json('true')),
    json_object('connected', json('false')), ?4
  FROM connected_accounts WHERE partner_id = ?1 AND deauthorized_at IS NULL`;

const DISCONNECT = `
  UPDATE connected_accounts SET deauthorized_at = ?3, charges_enabled = 0, payouts_enabled = 0, synced_at = ?3
  WHERE partner_id = ?1 AND EXISTS (SELECT 1 FROM audit_log WHERE id = ?2)`;

/** Whether some partner sells on this account, and has not taken our access away. */
export async function isConnected(db: Database, accountId: string): Promise<boolean> {
  const row = await db
    .select({ partnerId: connectedAccounts.partnerId })
    .from(connectedAccounts)
    .where(and(eq(connectedAccounts.accountId, accountId), isNull(connectedAccounts.deauthorizedAt)))
    .get();
  return row !== undefined;
}

/** Writes what Stripe says of an account. The account's id names the partner: no two partners share one. */
export async function writeAccountFacts(
  db: Database,
  accountId: string,
  facts: Facts,
  now: number,
): Promise<boolean> {
  const written = await db
    .update(connectedAccounts)
    .set({ ...facts, syncedAt: now })
    .where(eq(connectedAccounts.accountId, accountId))
    .returning({ partnerId: connectedAccounts.partnerId });
  return written.length > 0;
}

/** The partner took our access away: nothing can be sold from now on, and its history stays. Told twice, it was once. */
export async function markDeauthorized(db: Database, accountId: string, now: number): Promise<boolean> {
  const written = await db
    .update(connectedAccounts)
    .set({
      deauthorizedAt: sql`coalesce(${connectedAccounts.deauthorizedAt}, ${now})`,
      chargesEnabled: false,
      payoutsEnabled: false,
      syncedAt: now,
    })
    .where(eq(connectedAccounts.accountId, accountId))
    .returning({ partnerId: connectedAccounts.partnerId });
  return written.length > 0;
}
