import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { type Database, openDatabase } from "../../db/client.server";
import { forgetPayloads, listEvents, logDeliveries, type WebhookLogRow } from "../../db/webhook-log.server";
import { cron } from "../shop/outside";
import { observed } from "./observed-binding";

const DAY_MS = 86_400_000;
const db = openDatabase(env.DB);

/** What the receiver writes of a delivery; the one after it of the same event names what is different. */
function delivery(changes: Partial<WebhookLogRow> = {}): WebhookLogRow {
  return {
    eventId: `evt_${crypto.randomUUID()}`,
    accountId: "acct_of_nobody",
    type: "checkout.session.completed",
    livemode: false,
    outcome: "processed",
    detail: "Credited",
    purchaseId: newId("purchase"),
    payload: '{"id":"evt"}',
    receivedAt: 1_000,
    durationMs: 5,
    ...changes,
  };
}

const log = (row: WebhookLogRow) => logDeliveries(db, [row]);

const rowOf = ({ eventId }: WebhookLogRow) =>
  env.DB.prepare(
    "SELECT outcome, detail, purchase_id, payload, deliveries, received_at, last_delivery_at, duration_ms FROM webhook_events WHERE event_id = ?",
  )
    .bind(eventId)
    .first();

test("B3 an event that failed and then succeeded is processed, and the log says how often and how long it took", async () => {
  const failed = delivery({ outcome: "failed", detail: "Error: The wallet is away" });
  await log(failed);
  await log({ ...failed, receivedAt: 2_000 });
  await log({
    ...failed,
    outcome: "processed",
    detail: "Credited",
    receivedAt: 3_000,
    durationMs: 7,
  });

  expect(await rowOf(failed)).toMatchObject({
    outcome: "processed",
    detail: "Credited",
    purchase_id: failed.purchaseId,
    deliveries: 3,
    received_at: 1_000,
    last_delivery_at: 3_000,
    duration_ms: 7,
  });
});

test("B3 a purchase that only a later delivery could name is found by it", async () => {
  const failed = delivery({ outcome: "failed", detail: "Error: unreadable", purchaseId: null });
  const purchaseId = newId("purchase");
  await log(failed);
  await log({ ...failed, outcome: "processed", purchaseId });
  await log({ ...failed, outcome: "failed", purchaseId: null });

  expect(await rowOf(failed)).toMatchObject({ outcome: "processed", purchase_id: purchaseId });
});

test("T22 a failure that is written late does not hide that the event was dealt with", async () => {
  for (const outcome of ["processed", "ignored", "quarantined"] as const) {
    const dealtWith = delivery({ outcome, detail: "As it was", receivedAt: 2_000 });
    await log(dealtWith);
    await log({
      ...dealtWith,
      outcome: "failed",
      detail: "Error: D1 is away",
      receivedAt: 1_000,
    });

    expect(await rowOf(dealtWith)).toMatchObject({
      outcome,
      detail: "As it was",
      deliveries: 2,
      received_at: 1_000,
      last_delivery_at: 2_000,
    });
  }
});

test("an event that is dealt with is forgotten after 90 days but for what became of it; what needs a look is kept", async () => {
  const old = Date.now() - 91 * DAY_MS;
  const forgotten = [
    delivery({ receivedAt: old }),
    delivery({ receivedAt: old, outcome: "ignored", detail: "Not used" }),
  ];
  const kept = [
    delivery({ receivedAt: old, outcome: "quarantined" }),
    delivery({ receivedAt: old, outcome: "failed" }),
    delivery({ receivedAt: Date.now() - 89 * DAY_MS }),
  ];
  for (const row of [...forgotten, ...kept]) await log(row);
  await cron();

  for (const { outcome, detail, ...row } of forgotten) {
    expect(await rowOf({ outcome, detail, ...row })).toMatchObject({ payload: "null", outcome, detail });
  }
  for (const row of kept) expect(await rowOf(row)).toMatchObject({ payload: row.payload });
});

/** How D1 finds the rows for a query of ours. */
async function planOf(query: (db: Database) => Promise<unknown>): Promise<string> {
  const steps: string[] = [];
  const explained = (sql: string) => ({
    bind: (...values: unknown[]) => {
      const plan = env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...values);
      const explain = async () => {
        steps.push(...(await plan.all<{ detail: string }>()).results.map(({ detail }) => detail));
        return [];
      };
      return { raw: explain, run: explain };
    },
  });
  await query(openDatabase(observed(env.DB, (name) => (name === "prepare" ? explained : undefined))));
  return steps.join("; ");
}

const page = { needsALook: false, from: { at: 1, id: "evt_1" }, limit: 26 };

test.each<[string, (db: Database) => Promise<unknown>]>([
  ["webhook_events_by_account", (db) => listEvents(db, { accountId: "acct_1" }, page)],
  [
    "webhook_events_needing_a_look",
    (db) => listEvents(db, { accountId: "acct_1" }, { ...page, needsALook: true }),
  ],
  ["webhook_events_to_forget", (db) => forgetPayloads(db, 1, 500)],
])("a list and the cron find their events by %s, however long the log has grown", async (index, query) => {
  const plan = await planOf(query);
  expect(plan).toContain(index);
  expect(plan).not.toMatch(/TEMP B-TREE|SCAN webhook_events(?! USING)/);
});

test("deliveries that are written together are told one by one, also those of the same event", async () => {
  const [first, other] = [
    delivery({ outcome: "failed" }),
    delivery({ payload: '{"text":"a \\"quote\\" ’"}' }),
  ];
  await logDeliveries(db, [first, other, { ...first, outcome: "processed", receivedAt: 2_000 }]);
  expect(await rowOf(first)).toMatchObject({ outcome: "processed", deliveries: 2, last_delivery_at: 2_000 });
  expect(await rowOf(other)).toMatchObject({ deliveries: 1, payload: other.payload });
});
