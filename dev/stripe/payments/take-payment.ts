import type Stripe from "stripe";
import { buildApplicationFee } from "../objects/application-fee";
import { buildBalanceTransaction, stripeFee_minor } from "../objects/balance-transaction";
import { buildCharge } from "../objects/charge";
import { cardOf } from "../objects/payment-method";
import { PLATFORM } from "../platform";
import type { Scope } from "../scope";
import type { Stored } from "../storage/object-types";
import { openDispute } from "./dispute-payment";
import { AUTHENTICATION_FAILED, type Decline } from "./test-cards";

export type Outcome =
  | { outcome: "succeeded"; intent: Stripe.PaymentIntent; after: () => void }
  | { outcome: "processing"; intent: Stripe.PaymentIntent }
  | { outcome: "requires_action"; intent: Stripe.PaymentIntent }
  | { outcome: "declined"; intent: Stripe.PaymentIntent; decline: Decline };

/** What the buyer did on the bank's page; nothing yet, the first time. */
export type Authentication = "not_asked" | "complete" | "fail";

/** How long a debit takes that settles by itself. */
const SETTLES_AFTER_S = 2;

/**
 * Charges a payment intent once. Declines are kept like everything else: they leave a failed charge,
 * and the intent stays open for another try.
 */
export function takePayment(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stored<"payment_method">,
  authentication: Authentication,
  return_url: string,
): Outcome {
  const { instrument } = method.hidden;
  const attempted = {
    ...intent,
    payment_method: method.body.id,
    next_action: null,
    last_payment_error: null,
  };
  if (instrument.type !== "card") return debit(scope, attempted, method);

  const card = cardOf(instrument.number);
  if (card.decline) return decline(scope, attempted, method, card.decline);
  if (card.asksForAuthentication && authentication === "not_asked") {
    return askForAuthentication(scope, attempted, return_url);
  }
  if (authentication === "fail") return decline(scope, attempted, method, AUTHENTICATION_FAILED);
  const outcome = approve(scope, attempted, method);
  const disputed = card.after === "dispute" || card.after === "inquiry";
  if (!disputed) return outcome;
  const after = () => openDispute(scope, outcome.intent.id, { inquiry: card.after === "inquiry" });
  return { ...outcome, after };
}

function approve(scope: Scope, intent: Stripe.PaymentIntent, method: Stored<"payment_method">) {
  const charge = buildCharge(scope, intent, method.body, method.hidden.instrument, { status: "succeeded" });
  scope.insert("charge", charge, null);
  return { outcome: "succeeded" as const, intent: collect(scope, intent, charge), after: () => {} };
}

/** The money is here: used for a card at once and for a debit when it settles. */
export function collect(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
): Stripe.PaymentIntent {
  const application_fee = takeApplicationFee(scope, charge);
  const movement = buildBalanceTransaction(scope, {
    type: "charge",
    reporting_category: "charge",
    amount: charge.amount,
    currency: charge.currency,
    source: charge.id,
    description: charge.description,
    fees: { stripe: stripeFee_minor(charge.amount), application: application_fee?.amount ?? 0 },
  });
  scope.insert("balance_transaction", movement, null);
  const paid = scope.save("charge", {
    ...charge,
    status: "succeeded",
    balance_transaction: movement.id,
    application_fee: application_fee?.id ?? null,
  });
  const succeeded = scope.save("payment_intent", {
    ...intent,
    status: "succeeded",
    amount_received: intent.amount,
    latest_charge: charge.id,
    processing: null,
  });
  scope.emit("charge.succeeded", paid);
  scope.emit("payment_intent.succeeded", succeeded);
  if (application_fee) scope.on(PLATFORM).emit("application_fee.created", application_fee);
  return succeeded;
}

function takeApplicationFee(scope: Scope, charge: Stripe.Charge): Stripe.ApplicationFee | null {
  const amount = charge.application_fee_amount ?? 0;
  if (amount === 0 || scope.isPlatform) return null;
  const fee = buildApplicationFee(scope.account, charge, amount, scope.now_s);
  scope.on(PLATFORM).insert("application_fee", fee, null);
  return fee;
}

function decline(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stored<"payment_method">,
  reason: Decline,
): Outcome {
  const charge = buildCharge(scope, intent, method.body, method.hidden.instrument, {
    status: "failed",
    decline: reason,
  });
  scope.insert("charge", charge, null);
  const refused = scope.save("payment_intent", {
    ...intent,
    status: "requires_payment_method",
    payment_method: null,
    latest_charge: charge.id,
    last_payment_error: paymentError(reason, charge.id, method.body),
  });
  scope.emit("charge.failed", charge);
  scope.emit("payment_intent.payment_failed", refused);
  return { outcome: "declined", intent: refused, decline: reason };
}

export function paymentError(reason: Decline, charge: string, payment_method: Stripe.PaymentMethod) {
  return {
    charge,
    code: reason.code,
    ...(reason.decline_code === null ? {} : { decline_code: reason.decline_code }),
    doc_url: `https://stripe.com/docs/error-codes/${reason.code.replaceAll("_", "-")}`,
    message: reason.message,
    payment_method,
    type: reason.code === AUTHENTICATION_FAILED.code ? "invalid_request_error" : "card_error",
  } satisfies Stripe.PaymentIntent.LastPaymentError;
}

function askForAuthentication(scope: Scope, intent: Stripe.PaymentIntent, return_url: string): Outcome {
  const waiting = scope.save("payment_intent", {
    ...intent,
    status: "requires_action",
    next_action: {
      type: "redirect_to_url",
      redirect_to_url: { return_url, url: `${scope.world.origin}/c/authenticate/${intent.id}` },
    },
  });
  scope.emit("payment_intent.requires_action", waiting);
  return { outcome: "requires_action", intent: waiting };
}

function debit(scope: Scope, intent: Stripe.PaymentIntent, method: Stored<"payment_method">): Outcome {
  const { instrument } = method.hidden;
  const charge = buildCharge(scope, intent, method.body, instrument, { status: "pending" });
  scope.insert("charge", charge, null);
  const processing = scope.save("payment_intent", {
    ...intent,
    status: "processing",
    latest_charge: charge.id,
  });
  const { hidden } = scope.get("payment_intent", intent.id);
  const settles = instrument.type === "card" ? "by_hand" : instrument.settles;
  scope.world.objects.hide<"payment_intent">(intent.id, { ...hidden, settles });
  if (settles !== "by_hand") scope.world.objects.setDue(intent.id, scope.now_s + SETTLES_AFTER_S);
  scope.emit("charge.pending", charge);
  scope.emit("payment_intent.processing", processing);
  return { outcome: "processing", intent: processing };
}
