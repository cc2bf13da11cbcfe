import type Stripe from "stripe";
import { refused, StripeError } from "../http/api-error";
import { customerDetails } from "../objects/checkout-session";
import { buildCustomer } from "../objects/customer";
import { buildPaymentIntent } from "../objects/payment-intent";
import { billingDetails, buildPaymentMethod } from "../objects/payment-method";
import type { Scope } from "../scope";
import type { Stored } from "../storage/object-types";
import type { Instrument } from "./instrument";
import { type Authentication, type Outcome, takePayment } from "./take-payment";

type Session = Stored<"checkout.session">;

export interface Buyer {
  email: string;
  name?: string | undefined;
}

/** What happens when the buyer presses "Pay" on the hosted page. */
export function paySession(scope: Scope, id: string, instrument: Instrument, buyer: Buyer): Outcome {
  const method = buildPaymentMethod(scope, instrument, billingDetails(buyer.email, buyer.name ?? null));
  scope.insert("payment_method", method, { instrument });
  return paySessionWith(scope, id, method.id, "not_asked");
}

/** The buyer comes back from the bank's page. */
export function authenticateSession(scope: Scope, id: string, answer: "complete" | "fail"): Outcome {
  const { body: session } = scope.get("checkout.session", id);
  const { body: intent } = scope.get("payment_intent", String(session.payment_intent));
  if (intent.status !== "requires_action") throw refused("This payment does not wait for authentication.");
  return paySessionWith(scope, id, String(intent.payment_method), answer);
}

export function paySessionWith(scope: Scope, id: string, methodId: string, answer: Authentication): Outcome {
  const session = scope.get("checkout.session", id);
  requireOpen(session.body);
  scope.requireCharges();
  const method = scope.get("payment_method", methodId);
  const intent = intentOf(scope, session, method.hidden.instrument.type);
  const outcome = takePayment(scope, intent, method, answer, String(session.body.success_url));
  if (outcome.outcome === "succeeded" || outcome.outcome === "processing") {
    completeSession(scope, session.body.id, method.body, outcome.outcome);
  }
  if (outcome.outcome === "succeeded") outcome.after();
  return outcome;
}

function requireOpen(session: Stripe.Checkout.Session): void {
  if (session.status === "open") return;
  const why = session.status === "expired" ? "has expired" : "is already complete";
  throw new StripeError(400, {
    type: "invalid_request_error",
    message: `This Checkout Session ${why}.`,
    code: session.status === "expired" ? "checkout_session_expired" : "checkout_session_completed",
  });
}

/** Made at the first try and kept for the next ones; before it there is nothing to pay. */
function intentOf(scope: Scope, session: Session, type: string): Stripe.PaymentIntent {
  const { body, hidden } = session;
  if (body.payment_intent !== null) {
    const known = scope.get("payment_intent", String(body.payment_intent)).body;
    return { ...known, payment_method_types: withType(known.payment_method_types, type) };
  }
  const customer = customerOf(scope, body);
  const intent = buildPaymentIntent(scope, {
    amount: body.amount_total ?? 0,
    currency: body.currency ?? "usd",
    application_fee_amount: hidden.application_fee_amount,
    customer,
    description: hidden.description,
    metadata: hidden.payment_metadata,
    payment_method_types: withType(body.payment_method_types, type),
    receipt_email: hidden.receipt_email,
    setup_future_usage: hidden.setup_future_usage,
    statement_descriptor_suffix: hidden.statement_descriptor_suffix,
  });
  scope.insert("payment_intent", intent, { session: body.id, settles: "by_hand" });
  scope.save("checkout.session", { ...body, customer, payment_intent: intent.id });
  scope.emit("payment_intent.created", intent);
  return intent;
}

/** Buyers stay guests unless the session says otherwise. */
function customerOf(scope: Scope, session: Stripe.Checkout.Session): string | null {
  if (session.customer !== null) return String(session.customer);
  if (session.customer_creation !== "always") return null;
  const customer = buildCustomer(
    scope,
    session.customer_email === null ? {} : { email: session.customer_email },
  );
  scope.insert("customer", customer, null);
  scope.emit("customer.created", customer);
  return customer.id;
}

const withType = (types: string[], type: string) => (types.includes(type) ? types : [...types, type]);

function completeSession(
  scope: Scope,
  id: string,
  method: Stripe.PaymentMethod,
  outcome: "succeeded" | "processing",
): void {
  const { body: session } = scope.get("checkout.session", id);
  const { email, name } = method.billing_details;
  const complete = scope.save("checkout.session", {
    ...session,
    customer_details: customerDetails(email ?? session.customer_email ?? "buyer@example.com", name),
    payment_method_types: withType(session.payment_method_types, method.type),
    payment_status: outcome === "succeeded" ? "paid" : "unpaid",
    status: "complete",
    url: null,
  });
  scope.world.objects.setDue(id, null);
  scope.emit("checkout.session.completed", complete);
}

export function expireSession(scope: Scope, id: string): Stripe.Checkout.Session {
  const { body: session } = scope.get("checkout.session", id, "session");
  if (session.status !== "open") {
    throw refused(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of "${session.status}".`,
    );
  }
  const expired = scope.save("checkout.session", { ...session, status: "expired", url: null });
  scope.world.objects.setDue(id, null);
  scope.emit("checkout.session.expired", expired);
  return expired;
}
