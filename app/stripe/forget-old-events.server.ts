import { deleteRejected } from "../../db/rejected-deliveries.server";
import { forgetPayloads } from "../../db/webhook-log.server";
import type { Context } from "../context.server";
import { DAY_MS } from "../time";

const KEPT_MS = 90 * DAY_MS;
const EVENTS_A_RUN = 500;

/** Keeps the webhook log from growing by what Stripe sent. What still needs a look is kept whole. */
export async function forgetOldEvents({ db, now }: Context): Promise<void> {
  const before = now() - KEPT_MS;
  await forgetPayloads(db, before, EVENTS_A_RUN);
  await deleteRejected(db, before);
}
