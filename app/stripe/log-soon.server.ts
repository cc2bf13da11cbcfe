import { logDeliveries, type WebhookLogRow } from "../../db/webhook-log.server";
import type { Context } from "../context.server";
import { logWarning } from "../log";

const TOGETHER_MS = 50;
/** Whoever was to write may have been cut off with its request; after this, somebody else does. */
const LATE_MS = 5_000;
/** D1 takes two million bytes at a time, and JSON within JSON grows. */
const MOST_LENGTH_TOGETHER = 500_000;

// One an isolate. What waits here is told by the log of an event that was dealt with: losing it costs a row, no money.
let waiting: WebhookLogRow[] = [];
let waitingLength = 0;
let lateAt = 0;

/** Writes a row together with those that come within a moment: under load D1 is asked once for all of them. */
export function logSoon({ db, now, later }: Context, row: WebhookLogRow): void {
  waitingLength += row.payload.length;
  const isFirst = waiting.push(row) === 1;
  if (waitingLength > MOST_LENGTH_TOGETHER) {
    later(writeWaiting(db));
  } else if (isFirst || now() > lateAt) {
    lateAt = now() + LATE_MS;
    later(pause().then(() => writeWaiting(db)));
  }
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, TOGETHER_MS));

async function writeWaiting(db: Context["db"]): Promise<void> {
  const rows = waiting;
  [waiting, waitingLength] = [[], 0];
  if (rows.length === 0) return;
  try {
    await logDeliveries(db, rows);
  } catch (error) {
    for (const { eventId, type } of rows)
      logWarning("webhook_not_logged", { eventId, eventType: type, error });
  }
}
