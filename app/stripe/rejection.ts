/** Why a delivery was turned away, as well as that can be told from outside. */
export type RejectionCause =
  | "no_signature"
  | "malformed_signature"
  | "too_old"
  | "dated_ahead"
  | "not_a_snapshot"
  | "reencoded"
  | "altered"
  | "wrong_secret"
  | "too_large";

const TOLERANCE_S = 300;
// Stripe's library takes what is dated ahead, which could be kept for a replay.
const MAX_AHEAD_S = 60;

/** Whether a signature of this age may be taken; one that is dated ahead has a negative age. */
export const isTimely = (age_s: number): boolean => age_s <= TOLERANCE_S && age_s >= -MAX_AHEAD_S;

/** What can be found out about a delivery whose signature can be read and was not accepted. */
export interface DeliveryFacts {
  age_s: number;
  /** One of our secrets signed exactly these bytes, at whatever time. */
  isSigned: boolean;
  /** One of our secrets signed this JSON in the form in which Stripe writes it. */
  isSignedAsStripeWrites: boolean;
  isAsStripeWrites: boolean;
}

/** What a signature of ours shows is certain; `altered` and `wrong_secret` are only likely. */
export function likelyCause(facts: DeliveryFacts): RejectionCause {
  if (facts.isSigned) {
    if (isTimely(facts.age_s)) return "not_a_snapshot";
    return facts.age_s > 0 ? "too_old" : "dated_ahead";
  }
  if (facts.isSignedAsStripeWrites) return "reencoded";
  return facts.isAsStripeWrites ? "wrong_secret" : "altered";
}

/** For the platform's operator, who can mend it: what happened, and what to do. */
export const REJECTION: Record<RejectionCause, { title: string; fix: string }> = {
  no_signature: {
    title: "There was no Stripe-Signature header",
    fix: "Stripe always sends one: somebody else posted here, or a proxy takes the header away. Let it through.",
  },
  malformed_signature: {
    title: "The Stripe-Signature header is not one of Stripe's",
    fix: "It needs one t=… and a v1=…: somebody else posted here, or a proxy rewrites the header. Let it through as it is.",
  },
  too_old: {
    title: "The signature is right, and more than five minutes old",
    fix: "Something holds deliveries back or sends a recorded one again. At Stripe, Resend signs the event anew.",
  },
  dated_ahead: {
    title: "The signature is right, and dated ahead of our clock",
    fix: "Compare the clock of the machine that signs, such as a test tool's, with the time.",
  },
  not_a_snapshot: {
    title: "The signature is right, and the body is no event with its object in it",
    fix: "At Stripe, Developers → Webhooks → the endpoint: choose the payload style Snapshot, not Thin.",
  },
  reencoded: {
    title: "The body was written anew on its way: Stripe signed the same JSON in other bytes",
    fix: "A proxy or tool parses the body and writes it again. Let the bytes through as they come.",
  },
  altered: {
    title: "The body is not written as Stripe writes it, so it was probably changed on its way",
    fix: "Let the bytes through as they come. If nothing is in between, somebody else posted here.",
  },
  wrong_secret: {
    title:
      "No secret of ours made this signature; STRIPE_CONNECT_WEBHOOK_SECRET and STRIPE_WEBHOOK_SECRET were tried",
    fix: "At Stripe, Developers → Webhooks: copy the signing secret of the endpoint for connected accounts to STRIPE_CONNECT_WEBHOOK_SECRET, that of the endpoint for your own account to STRIPE_WEBHOOK_SECRET. After a roll, set “new,old”.",
  },
  too_large: {
    title: "The body has more than 512 KiB",
    fix: "Stripe sends none of that size: somebody else posted here.",
  },
};
