import Stripe from "stripe";
import { logWebhook, type WebhookLogRow } from "../../db/webhook-log.server";
import type { Context } from "../context.server";
import { logError, logWarning } from "../log";
import { isEvent } from "./event-shape";
import { handleEvent } from "./events/handle-event.server";
import type { EventOutcome } from "./events/outcome";

const MAX_BODY_BYTES = 512 * 1024;
const TOLERANCE_S = 300;
const MAX_AHEAD_S = 60;

const crypto = Stripe.createSubtleCryptoProvider();

/**
 * Takes a delivery from Stripe. Answers 2xx only when the event is fully dealt with, so that Stripe delivers
 * everything else again. For a payment that is credited nothing is awaited but the wallet.
 */
export async function receiveEvent(context: Context, request: Request): Promise<Response> {
  const startedAt = context.now();
  const body = await readBody(request);
  if (body === null) return answer(413, { error: { code: "too_large", title: "The body is too large" } });

  const event = await verify(context, body, request.headers.get("stripe-signature") ?? "");
  if (!event) return answer(400, { error: { code: "bad_signature", title: "The signature does not match" } });

  if (!isEvent(event)) {
    return answer(400, { error: { code: "not_an_event", title: "This is signed, and is not an event" } });
  }

  const outcome = await handleSafely(context, event);
  const logged = log(context, event, body, outcome, startedAt);
  if (outcome.outcome === "processed") context.later(logged);
  // What was not credited must be found again: its row is written before Stripe is told that we have it.
  else if (!(await logged)) return answer(503, { error: { code: "try_again", title: "Not recorded" } });

  if (outcome.outcome === "failed")
    return answer(503, { error: { code: "try_again", title: "Not processed" } });
  return answer(200, { received: true, outcome: outcome.outcome });
}

/** The body as text, or null as soon as it is longer than any event of Stripe's. */
async function readBody({ body }: Request): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > MAX_BODY_BYTES) return null;
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** The event, when one of our secrets signed exactly these bytes, lately and not in the future. */
async function verify(context: Context, body: string, signature: string): Promise<Stripe.Event | null> {
  const { STRIPE_CONNECT_WEBHOOK_SECRET, STRIPE_WEBHOOK_SECRET } = context.settings;
  if (isFromTheFuture(signature, context.now())) return null;

  for (const secret of [...STRIPE_CONNECT_WEBHOOK_SECRET, ...STRIPE_WEBHOOK_SECRET]) {
    try {
      return await Stripe.webhooks.constructEventAsync(body, signature, secret, TOLERANCE_S, crypto);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) return null;
    }
  }
  return null;
}

/** Stripe's library refuses old signatures and takes those dated ahead, which could be kept for a replay. */
function isFromTheFuture(signature: string, now: number): boolean {
  const signedAt_s = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1] ?? 0);
  return signedAt_s > now / 1000 + MAX_AHEAD_S;
}

async function handleSafely(context: Context, event: Stripe.Event): Promise<EventOutcome> {
  try {
    return await handleEvent(context, event);
  } catch (error) {
    logError("webhook_failed", { eventId: event.id, eventType: event.type, error });
    return { outcome: "failed", detail: String(error), purchaseId: null };
  }
}

/** False when the row could not be written. Never throws. */
async function log(
  context: Context,
  event: Stripe.Event,
  payload: string,
  outcome: EventOutcome,
  startedAt: number,
): Promise<boolean> {
  const row: WebhookLogRow = {
    eventId: event.id,
    accountId: event.account ?? "",
    type: event.type,
    livemode: event.livemode,
    ...outcome,
    payload,
    receivedAt: startedAt,
    durationMs: context.now() - startedAt,
  };
  try {
    await logWebhook(context.db, row);
    return true;
  } catch (error) {
    logWarning("webhook_not_logged", { eventId: event.id, eventType: event.type, error });
    return false;
  }
}

const answer = (status: number, body: object) => Response.json(body, { status });
