import type Stripe from "stripe";
import { refusesPaymentMethodTypes } from "../api-version";
import { parameterInvalid, parameterMissing, refused } from "../http/api-error";
import { required } from "../http/parameters";
import type { Call } from "../http/route";
import { formatMoney, minimum_minor } from "../money";
import { buildCheckoutSession } from "../objects/checkout-session";
import { sellerOf } from "../pages/seller";
import type { Scope } from "../scope";
import { shownBranding } from "./branding-settings";
import { readLineItems } from "./line-items";
import type { SessionParameters } from "./session-parameters";

const SHORTEST_S = 30 * 60;
const LONGEST_S = 24 * 3600;
const LARGEST_MINOR = 99_999_999;

export function createSession(scope: Scope, params: SessionParameters, call: Call): Stripe.Checkout.Session {
  scope.requireCharges();
  if (required(params.mode, "mode") !== "payment") {
    throw parameterInvalid("mode", "The stand-in knows Checkout only in `payment` mode.");
  }
  const success_url = required(params.success_url, "success_url");
  requireTypes(params.payment_method_types, call.version);
  if (params.customer !== undefined) scope.get("customer", params.customer, "customer");
  const line_items = readLineItems(scope, required(params.line_items, "line_items"));
  const [first] = line_items;
  if (!first) throw parameterMissing("line_items");
  if (line_items.some((item) => item.currency !== first.currency)) {
    throw parameterInvalid("line_items", "All line items of a Checkout Session must have the same currency.");
  }
  const amount_total = line_items.reduce((sum, item) => sum + item.amount_total, 0);
  requireChargeable(amount_total, first.currency);
  const payment = params.payment_intent_data ?? {};
  const application_fee_amount = payment.application_fee_amount ?? null;
  requireFee(scope, application_fee_amount, amount_total, "payment_intent_data[application_fee_amount]");

  const session = buildCheckoutSession(scope, {
    amount_total,
    branding_settings: shownBranding(params.branding_settings, sellerOf(scope.world, scope.account)),
    currency: first.currency,
    expires_at: expiry(scope, params.expires_at),
    success_url,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: clientReference(params.client_reference_id),
    customer: params.customer ?? null,
    customer_creation: params.customer === undefined ? (params.customer_creation ?? "if_required") : null,
    customer_email: params.customer_email ?? null,
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    payment_method_types: params.payment_method_types ?? ["card"],
    submit_type: params.submit_type ?? null,
  });
  scope.insert("checkout.session", session, {
    line_items,
    application_fee_amount,
    payment_metadata: payment.metadata ?? {},
    description: payment.description ?? null,
    receipt_email: payment.receipt_email ?? null,
    setup_future_usage: payment.setup_future_usage ?? null,
    statement_descriptor_suffix: payment.statement_descriptor_suffix ?? null,
  });
  scope.world.objects.setDue(session.id, session.expires_at);
  return session;
}

function requireTypes(types: string[] | undefined, version: string | null): void {
  if (types === undefined || !refusesPaymentMethodTypes(version)) return;
  throw parameterInvalid(
    "payment_method_types",
    "`payment_method_types` is no longer supported. Leave it out, or use `allowed_payment_method_types` or `excluded_payment_method_types`.",
    "payment_method_types_no_longer_supported",
  );
}

export function requireChargeable(amount: number, currency: string): void {
  const least = minimum_minor(currency);
  if (amount < least) {
    throw refused(
      `The Checkout Session's total amount due must add up to at least ${formatMoney(least, currency)} ${currency}`,
      { code: "amount_too_small" },
    );
  }
  if (amount > LARGEST_MINOR) {
    throw refused(`Amount must be no more than ${formatMoney(LARGEST_MINOR, currency)} ${currency}`, {
      code: "amount_too_large",
    });
  }
}

export function requireFee(scope: Scope, fee: number | null, amount: number, param: string): void {
  if (fee === null) return;
  if (scope.isPlatform) {
    throw refused(
      "Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).",
      { param },
    );
  }
  if (fee < 0 || fee > amount) {
    throw refused("The application fee must be between 0 and the amount of the payment.", { param });
  }
}

function expiry(scope: Scope, expires_at: number | undefined): number {
  if (expires_at === undefined) return scope.now_s + LONGEST_S;
  if (expires_at < scope.now_s + SHORTEST_S) {
    throw refused("The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.", {
      param: "expires_at",
    });
  }
  if (expires_at > scope.now_s + LONGEST_S) {
    throw refused("The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.", {
      param: "expires_at",
    });
  }
  return expires_at;
}

function clientReference(reference: string | undefined): string | null {
  if (reference === undefined) return null;
  if (reference.length > 200) {
    throw parameterInvalid("client_reference_id", "client_reference_id must be at most 200 characters");
  }
  return reference;
}
