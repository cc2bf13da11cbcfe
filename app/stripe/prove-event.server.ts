import Stripe from "stripe";
import type { Settings } from "../env.server";
import { SECOND_MS } from "../time";
import { isDeeperThan } from "./json-depth";
import { isTimely, likelyCause, type RejectionCause } from "./rejection";
import { readSignatureHeader } from "./signature-header";

const crypto = Stripe.createSubtleCryptoProvider();
const ANY_AGE = 0;

// Indented, a body that was made for it grows to many times its size; events of Stripe's have these measures.
const MAX_LENGTH_TO_REWRITE = 64 * 1024;
const MAX_DEPTH_TO_REWRITE = 20;

/** The event, when one of our secrets signed exactly these bytes, lately and not in the future; else why not. */
export async function proveEvent(
  settings: Settings,
  body: string,
  signatureHeader: string | null,
  now: number,
): Promise<{ event: Stripe.Event } | { rejectedFor: RejectionCause }> {
  const header = readSignatureHeader(signatureHeader);
  if ("rejectedFor" in header) return header;

  const secrets = [...settings.STRIPE_CONNECT_WEBHOOK_SECRET, ...settings.STRIPE_WEBHOOK_SECRET];
  const age_s = Math.floor(now / SECOND_MS) - header.signedAt_s;
  const signed = await verify(secrets, body, header.text);
  if (typeof signed === "object" && isTimely(age_s)) return { event: signed };

  const isSigned = signed !== "not_signed";
  const rewritten = isSigned ? null : asStripeWrites(body);
  const isSignedAsStripeWrites =
    rewritten !== null && (await verify(secrets, rewritten, header.text)) !== "not_signed";
  const isAsStripeWrites = /^\{\n {2}"/.test(body);
  return { rejectedFor: likelyCause({ age_s, isSigned, isSignedAsStripeWrites, isAsStripeWrites }) };
}

/** Whether one of the secrets signed this text, at whatever time, and the event that it is. */
async function verify(
  secrets: string[],
  body: string,
  header: string,
): Promise<Stripe.Event | "not_signed" | "signed_no_event"> {
  for (const secret of secrets) {
    try {
      const event = await Stripe.webhooks.constructEventAsync(body, header, secret, ANY_AGE, crypto);
      return event && typeof event === "object" ? event : "signed_no_event";
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) return "signed_no_event";
    }
  }
  return "not_signed";
}

/** The JSON of a body in the form that Stripe signs, or null when it is none or too much to be an event. */
function asStripeWrites(body: string): string | null {
  if (body.length > MAX_LENGTH_TO_REWRITE) return null;
  try {
    const parsed: unknown = JSON.parse(body);
    return isDeeperThan(parsed, MAX_DEPTH_TO_REWRITE) ? null : JSON.stringify(parsed, null, 2);
  } catch {
    return null;
  }
}
