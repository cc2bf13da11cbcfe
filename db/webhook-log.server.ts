import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { isFrom, type PageStart } from "./page-start";
import { auditLog, connectedAccounts, webhookEvents } from "./schema";

type WebhookEvent = typeof webhookEvents.$inferSelect;
type Outcome = Pick<WebhookEvent, "outcome" | "detail" | "purchaseId">;
export type WebhookLogRow = Outcome &
  Pick<WebhookEvent, "eventId" | "accountId" | "type" | "livemode" | "payload" | "receivedAt" | "durationMs">;

/**
 * Writes what became of deliveries, in one statement. A later delivery of the same event counts up and tells its own
 * outcome; but a failure says nothing of an event that was dealt with before, and rows are not always written in
 * their order.
 */
export async function logDeliveries({ $client: d1 }: Database, rows: WebhookLogRow[]): Promise<void> {
  await d1.prepare(LOG_DELIVERIES).bind(JSON.stringify(rows)).run();
}

const FAILS_AFTERWARDS = "excluded.outcome = 'failed' AND webhook_events.outcome <> 'failed'";

const LOG_DELIVERIES = `
  INSERT INTO webhook_events (event_id, account_id, type, livemode, outcome, detail, purchase_id, payload,
    received_at, last_delivery_at, duration_ms)
  SELECT value->>'eventId', value->>'accountId', value->>'type', value->>'livemode', value->>'outcome',
    value->>'detail', value->>'purchaseId', value->>'payload', value->>'receivedAt', value->>'receivedAt',
    value->>'durationMs'
  FROM json_each(?) WHERE true
  ON CONFLICT (event_id, account_id) DO UPDATE SET
    outcome = iif(${FAILS_AFTERWARDS}, webhook_events.outcome, excluded.outcome),
    detail = iif(${FAILS_AFTERWARDS}, webhook_events.detail, excluded.detail),
    purchase_id = coalesce(excluded.purchase_id, webhook_events.purchase_id),
    payload = excluded.payload,
    duration_ms = excluded.duration_ms,
    received_at = min(webhook_events.received_at, excluded.received_at),
    last_delivery_at = max(webhook_events.last_delivery_at, excluded.last_delivery_at),
    deliveries = deliveries + 1`;

/**
 * The events of a partner's own account, the latest delivered first; of those that need a look, if only they are asked
 * for. A partner without an account has none.
 */
export async function listEvents(
  db: Database,
  partnerAccount: { accountId: string } | null,
  { needsALook, from, limit }: { needsALook: boolean; from: PageStart | null; limit: number },
) {
  if (!partnerAccount) return [];
  return db
    .select(LISTED)
    .from(webhookEvents)
    .where(
      and(
        // Asked by the account that came with the partner: to look for it here would be one row more than the page.
        eq(webhookEvents.accountId, partnerAccount.accountId),
        // Written out and not bound, because only so does SQLite see that its partial index will do.
        needsALook ? sql`${webhookEvents.outcome} IN ('failed', 'quarantined')` : undefined,
        isFrom(webhookEvents.lastDeliveryAt, webhookEvents.eventId, from),
      ),
    )
    .orderBy(desc(webhookEvents.lastDeliveryAt), desc(webhookEvents.eventId))
    .limit(limit);
}

/** The event of a partner's own account that came last, or null where none ever did. */
export async function findLatestEvent(
  db: Database,
  partnerAccount: { accountId: string } | null,
): Promise<ListedEvent | null> {
  const [latest] = await listEvents(db, partnerAccount, { needsALook: false, from: null, limit: 1 });
  return latest ?? null;
}

// The payload may have half a megabyte, and a list shows nothing of it.
const LISTED = {
  eventId: webhookEvents.eventId,
  type: webhookEvents.type,
  outcome: webhookEvents.outcome,
  detail: webhookEvents.detail,
  purchaseId: webhookEvents.purchaseId,
  deliveries: webhookEvents.deliveries,
  lastDeliveryAt: webhookEvents.lastDeliveryAt,
  replays: webhookEvents.replays,
  lastReplayAt: webhookEvents.lastReplayAt,
  lastReplayOutcome: webhookEvents.lastReplayOutcome,
  isForgotten: sql`${webhookEvents.payload} = 'null'`.mapWith(Boolean),
};

export type ListedEvent = Awaited<ReturnType<typeof listEvents>>[number];

/** An event of the partner's own account with its payload. */
export async function findEvent(
  db: Database,
  partnerId: string,
  eventId: string,
): Promise<(ListedEvent & { payload: string }) | null> {
  const row = await db
    .select({ ...LISTED, payload: webhookEvents.payload })
    .from(webhookEvents)
    .where(and(isOwn(partnerId), eq(webhookEvents.eventId, eventId)))
    .get();
  return row ?? null;
}

/**
 * Writes what became of a replay, and who asked for it. A replay that failed leaves what was found before: it
 * says nothing of the event.
 */
export async function logReplay(
  db: Database,
  partnerId: string,
  { eventId, outcome, detail, purchaseId }: Outcome & { eventId: string },
  audit: Omit<typeof auditLog.$inferInsert, "partnerId" | "objectId">,
): Promise<void> {
  const found = { outcome, detail, purchaseId: sql`coalesce(${purchaseId}, ${webhookEvents.purchaseId})` };
  await db.batch([
    db.insert(auditLog).values({ ...audit, partnerId, objectId: eventId }),
    db
      .update(webhookEvents)
      .set({
        ...(outcome === "failed" ? {} : found),
        replays: sql`${webhookEvents.replays} + 1`,
        lastReplayAt: audit.at,
        lastReplayBy: audit.actorId,
        lastReplayOutcome: outcome,
      })
      .where(and(isOwn(partnerId), eq(webhookEvents.eventId, eventId))),
  ]);
}

/**
 * Forgets what Stripe sent with events that are dealt with and were last delivered before then; that they came
 * and what became of them stays.
 */
export async function forgetPayloads(
  { $client: d1 }: Database,
  before: number,
  limit: number,
): Promise<void> {
  await d1
    .prepare(
      `UPDATE webhook_events SET payload = 'null' WHERE (event_id, account_id) IN (
         SELECT event_id, account_id FROM webhook_events
         WHERE payload <> 'null' AND outcome IN ('processed', 'ignored') AND last_delivery_at < ?1
         ORDER BY last_delivery_at LIMIT ?2)`,
    )
    .bind(before, limit)
    .run();
}

/** No two partners share an account, so its events are the partner's own. */
/** Whether an event is about the account that the partner sells on. */
export const isOwn = (partnerId: string) =>
  sql`${webhookEvents.accountId} = (SELECT ${connectedAccounts.accountId} FROM ${connectedAccounts} WHERE ${connectedAccounts.partnerId} = ${partnerId})`;
