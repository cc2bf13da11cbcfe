import type Stripe from "stripe";
import { findEvent, logReplay } from "../../db/webhook-log.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { eventForgotten, notFound } from "../refusals";
import type { EventOutcome } from "./events/outcome";
import { tryEvent } from "./events/try-event.server";

/**
 * Handles an event of the partner's own account again, as if Stripe had delivered it once more: what was done
 * already is not done again, and what could not be done then is done now.
 */
export async function replayEvent(
  context: PartnerContext,
  eventId: string | undefined,
): Promise<EventOutcome & { eventId: string }> {
  const { db, partner, member, now } = context;
  const stored = eventId ? await findEvent(db, partner.id, eventId) : null;
  if (!stored) throw notFound();
  const event = JSON.parse(stored.payload) as Stripe.Event | null;
  if (!event) throw eventForgotten();

  const outcome = { ...(await tryEvent(context, event)), eventId: stored.eventId };
  await logReplay(db, partner.id, outcome, {
    id: newId("audit"),
    actorType: "member",
    actorId: member.id,
    action: "webhook.replayed",
    before: { outcome: stored.outcome, detail: stored.detail },
    after: { outcome: outcome.outcome, detail: outcome.detail },
    at: now(),
  });
  return outcome;
}
