import { sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { webhookEvents } from "./schema";

export type WebhookLogRow = Omit<typeof webhookEvents.$inferSelect, "deliveries" | "lastDeliveryAt">;

/** Writes what became of a delivery. A later delivery of the same event counts up and tells its own outcome. */
export async function logWebhook(db: Database, row: WebhookLogRow): Promise<void> {
  await db
    .insert(webhookEvents)
    .values({ ...row, deliveries: 1, lastDeliveryAt: row.receivedAt })
    .onConflictDoUpdate({
      target: [webhookEvents.eventId, webhookEvents.accountId],
      set: {
        outcome: row.outcome,
        detail: row.detail,
        durationMs: row.durationMs,
        lastDeliveryAt: row.receivedAt,
        deliveries: sql`${webhookEvents.deliveries} + 1`,
      },
    });
}
