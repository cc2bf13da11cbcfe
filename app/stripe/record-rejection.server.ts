import { countRejected } from "../../db/rejected-deliveries.server";
import type { Context } from "../context.server";
import { logWarning } from "../log";
import { HOUR_MS } from "../time";
import type { RejectionCause } from "./rejection";
import { RejectionTally } from "./rejection-tally";

// One an isolate: what a flood costs D1 grows with the machines it reaches, not with what it sends.
const tally = new RejectionTally();

/** Leaves a trace of a delivery that was turned away. Of the delivery itself nothing is kept: it is not proven. */
export function recordRejection({ db, now, later }: Context, cause: RejectionCause): void {
  const at = now();
  const deliveries = tally.add(cause, at);
  if (deliveries === 0) return;

  logWarning("webhook_rejected", { cause, deliveries });
  const row = { hourAt: at - (at % HOUR_MS), cause, deliveries, at };
  later(
    countRejected(db, row).catch((error) => logWarning("webhook_rejection_not_recorded", { cause, error })),
  );
}
