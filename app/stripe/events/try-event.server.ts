import type Stripe from "stripe";
import type { Context } from "../../context.server";
import { isId } from "../../ids";
import { describeError, logError } from "../../log";
import { handleEvent } from "./handle-event.server";
import type { EventOutcome } from "./outcome";

/** Handles an event, and says so as an outcome when that did not work. */
export async function tryEvent(context: Context, event: Stripe.Event): Promise<EventOutcome> {
  try {
    return await handleEvent(context, event);
  } catch (error) {
    logError("webhook_failed", { eventId: event.id, eventType: event.type, error });
    return { outcome: "failed", detail: describeError(error), purchaseId: purchaseNamedBy(event) };
  }
}

/** Without it, whoever asks the log about a stuck purchase would not find the event that failed. */
function purchaseNamedBy(event: Stripe.Event): string | null {
  // What failed may have failed because it is not formed as Stripe's types promise.
  const { data } = event as { data?: { object?: { metadata?: Stripe.Metadata | null } } };
  const purchaseId = String(data?.object?.metadata?.purchase_id ?? "");
  return isId(purchaseId, "purchase") ? purchaseId : null;
}
