import { logDeliveries, type WebhookLogRow } from "../../db/webhook-log.server";
import type { Context } from "../context.server";
import { logWarning } from "../log";
import { isEvent } from "./event-shape";
import { tryEvent } from "./events/try-event.server";
import { logSoon } from "./log-soon.server";
import { proveEvent } from "./prove-event.server";
import { recordRejection } from "./record-rejection.server";
import type { RejectionCause } from "./rejection";

const MAX_BODY_BYTES = 512 * 1024;

/**
 * Takes a delivery from Stripe. Answers 2xx only when the event is fully dealt with, so that Stripe delivers
 * everything else again. For a payment that is credited nothing is awaited but the wallet.
 */
export async function receiveEvent(context: Context, request: Request): Promise<Response> {
  const startedAt = context.now();
  const body = await readBody(request);
  if (body === null) return reject(context, "too_large");

  const proof = await proveEvent(
    context.settings,
    body,
    request.headers.get("stripe-signature"),
    context.now(),
  );
  if ("rejectedFor" in proof) return reject(context, proof.rejectedFor);

  const { event } = proof;
  if (!isEvent(event)) {
    return answer(400, { error: { code: "not_an_event", title: "This is signed, and is not an event" } });
  }

  const outcome = await tryEvent(context, event);
  const row = {
    eventId: event.id,
    accountId: event.account ?? "",
    type: event.type,
    livemode: event.livemode,
    ...outcome,
    payload: body,
    receivedAt: startedAt,
    durationMs: context.now() - startedAt,
  };
  if (outcome.outcome === "processed") logSoon(context, row);
  // What was not credited must be found again: its row is written before Stripe is told that we have it.
  else if (!(await logNow(context, row)))
    return answer(503, { error: { code: "try_again", title: "Not recorded" } });

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

/** Whoever sent this may not be Stripe, so the cause is told to our log and not to them. */
function reject(context: Context, cause: RejectionCause): Response {
  recordRejection(context, cause);
  return cause === "too_large"
    ? answer(413, { error: { code: "too_large", title: "The body is too large" } })
    : answer(400, { error: { code: "bad_signature", title: "The signature does not match" } });
}

/** False when the row could not be written. Never throws. */
async function logNow({ db }: Context, row: WebhookLogRow): Promise<boolean> {
  try {
    await logDeliveries(db, [row]);
    return true;
  } catch (error) {
    logWarning("webhook_not_logged", { eventId: row.eventId, eventType: row.type, error });
    return false;
  }
}

const answer = (status: number, body: object) => Response.json(body, { status });
