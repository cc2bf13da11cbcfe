import type Stripe from "stripe";
import { newId } from "../ids";
import type { Instrument } from "../payments/instrument";
import type { Decline, TestCard } from "../payments/test-cards";
import type { Scope } from "../scope";
import { cardOf, EXPIRES_IN_YEARS, fingerprint } from "./payment-method";

export function buildCharge(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  instrument: Instrument,
  result: { status: "succeeded" | "pending" } | { status: "failed"; decline: Decline },
) {
  const id = newId("ch_3");
  const decline = result.status === "failed" ? result.decline : null;
  return {
    ...UNUSED_PARTS,
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: decline ? 0 : intent.amount,
    amount_refunded: 0,
    application: intent.application,
    application_fee: null,
    application_fee_amount: intent.application_fee_amount,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: "TEST PAYMENT",
    captured: !decline,
    created: scope.now_s,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    livemode: false,
    metadata: intent.metadata,
    outcome: outcome(decline),
    paid: !decline,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { type: instrument.type, ...detailsPart(scope, intent, instrument) },
    receipt_email: intent.receipt_email,
    receipt_url: decline ? null : `${scope.world.origin}/receipts/${id}`,
    refunded: false,
    shipping: intent.shipping,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: result.status,
  } satisfies Stripe.Charge;
}

function outcome(decline: Decline | null) {
  return {
    advice_code: decline ? "try_again_later" : null,
    network_advice_code: null,
    network_decline_code: decline ? "01" : null,
    network_status: decline ? "declined_by_network" : "approved_by_network",
    reason: decline ? (decline.decline_code ?? decline.code) : null,
    risk_level: "normal",
    risk_score: 3,
    seller_message: decline
      ? "The bank did not return any further details with this decline."
      : "Payment complete.",
    type: decline ? "issuer_declined" : "authorized",
  } satisfies Stripe.Charge.Outcome;
}

function detailsPart(scope: Scope, intent: Stripe.PaymentIntent, instrument: Instrument) {
  if (instrument.type === "card") return { card: cardPart(scope, intent, cardOf(instrument.number)) };
  const { last4 } = instrument;
  if (instrument.type === "sepa_debit") {
    const sepa_debit = {
      bank_code: "19043",
      branch_code: "",
      country: "AT",
      fingerprint: fingerprint(last4),
      last4,
      mandate: null,
    };
    return { sepa_debit: sepa_debit satisfies Stripe.Charge.PaymentMethodDetails.SepaDebit };
  }
  const us_bank_account = {
    account_holder_type: "company",
    account_type: "checking",
    bank_name: "STRIPE TEST BANK",
    fingerprint: fingerprint(last4),
    last4,
    payment_reference: null,
    routing_number: "110000000",
  } satisfies Stripe.Charge.PaymentMethodDetails.UsBankAccount;
  return { us_bank_account };
}

function cardPart(scope: Scope, intent: Stripe.PaymentIntent, card: TestCard) {
  return {
    amount_authorized: intent.amount,
    authorization_code: "123456",
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: "US",
    electronic_commerce_indicator: null,
    exp_month: 12,
    exp_year: new Date(scope.now_s * 1000).getUTCFullYear() + EXPIRES_IN_YEARS,
    extended_authorization: { status: "disabled" },
    fingerprint: fingerprint(card.number),
    funding: "credit",
    incremental_authorization: { status: "unavailable" },
    installments: null,
    last4: card.number.slice(-4),
    mandate: null,
    multicapture: { status: "unavailable" },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: newId("network_", 12),
    overcapture: { maximum_amount_capturable: intent.amount, status: "unavailable" },
    regulated_status: "unregulated",
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  } satisfies Stripe.Charge.PaymentMethodDetails.Card;
}

/** What direct card and debit payments never fill. */
const UNUSED_PARTS = {
  failure_balance_transaction: null,
  fraud_details: {},
  on_behalf_of: null,
  radar_options: {},
  receipt_number: null,
  review: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  transfer_data: null,
  transfer_group: null,
} satisfies Partial<Stripe.Charge>;
