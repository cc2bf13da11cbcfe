import type Stripe from "stripe";
import { parameterInvalid } from "../http/api-error";
import type { Scope } from "../scope";
import { bankDebit, type Instrument } from "./instrument";
import { authenticateSession, paySession } from "./pay-session";
import type { Outcome } from "./take-payment";
import { type Decline, findTestCard } from "./test-cards";

/** What the form of the hosted page offers besides cards. */
export const BANK_DEBIT = "bank_debit";

export interface PaidAs {
  status: "paid" | "processing" | "requires_action" | "declined";
  /** Where the buyer's browser goes next; a declined buyer stays. */
  redirect_url: string | null;
  decline?: Decline;
}

export interface Choice {
  /** The number of a test card, or `bank_debit`. */
  card: string;
  email: string;
  name?: string | undefined;
  /** The answer on the bank's page, given at once: for tests that need no second step. */
  authentication?: "complete" | "fail" | undefined;
}

/** The whole of what the hosted page does when its form is sent. */
export function payAsBuyer(scope: Scope, id: string, choice: Choice): PaidAs {
  const { body: session } = scope.get("checkout.session", id, "session");
  if (!choice.email.includes("@")) throw parameterInvalid("email", "Enter your e-mail address.");
  const instrument = readChoice(choice.card, session.currency ?? "usd");
  const outcome = paySession(scope, id, instrument, choice);
  if (outcome.outcome !== "requires_action" || !choice.authentication) return describe(session, outcome);
  return answerAuthentication(scope, id, choice.authentication);
}

export function answerAuthentication(scope: Scope, id: string, answer: "complete" | "fail"): PaidAs {
  const { body: session } = scope.get("checkout.session", id, "session");
  return describe(session, authenticateSession(scope, id, answer));
}

export function successUrl(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

export function cancelUrl(session: Stripe.Checkout.Session): string | null {
  return session.cancel_url?.replaceAll("{CHECKOUT_SESSION_ID}", session.id) ?? null;
}

function readChoice(card: string, currency: string): Instrument {
  if (card === BANK_DEBIT) return bankDebit(currency);
  const known = findTestCard(card);
  if (known) return { type: "card", number: known.number };
  throw parameterInvalid("card", "Only Stripe's test cards work here. Choose one from the list.");
}

function describe(session: Stripe.Checkout.Session, outcome: Outcome): PaidAs {
  switch (outcome.outcome) {
    case "succeeded":
      return { status: "paid", redirect_url: successUrl(session) };
    case "processing":
      return { status: "processing", redirect_url: successUrl(session) };
    case "requires_action":
      return {
        status: "requires_action",
        redirect_url: outcome.intent.next_action?.redirect_to_url?.url ?? null,
      };
    case "declined":
      return { status: "declined", redirect_url: null, decline: outcome.decline };
  }
}
