import type Stripe from "stripe";
import { newId } from "../ids";
import type { BankDebit, Instrument } from "../payments/instrument";
import { findTestCard, type TestCard } from "../payments/test-cards";
import type { Scope } from "../scope";

export const NO_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

export type BillingDetails = Stripe.PaymentMethod.BillingDetails;

export const EXPIRES_IN_YEARS = 5;

export function billingDetails(email: string | null, name: string | null = null): BillingDetails {
  return { address: NO_ADDRESS, email, name, phone: null, tax_id: null };
}

export function buildPaymentMethod(
  scope: Scope,
  instrument: Instrument,
  details: BillingDetails,
  metadata: Record<string, string> = {},
) {
  return {
    id: newId("pm_1"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: details,
    ...methodPart(scope, instrument),
    created: scope.now_s,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata,
    type: instrument.type,
  } satisfies Stripe.PaymentMethod;
}

function methodPart(scope: Scope, instrument: Instrument) {
  if (instrument.type === "card") return { card: cardPart(scope, cardOf(instrument.number)) };
  if (instrument.type === "sepa_debit") return { sepa_debit: sepaPart(instrument) };
  return { us_bank_account: usBankPart(instrument) };
}

export function cardOf(number: string): TestCard {
  const card = findTestCard(number);
  if (!card) throw new Error(`No test card has the number ${number}`);
  return card;
}

export const fingerprint = (digits: string) => `fingerprint${digits.slice(-4)}`;

function cardPart(scope: Scope, card: TestCard) {
  return {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: "US",
    display_brand: card.brand,
    exp_month: 12,
    exp_year: new Date(scope.now_s * 1000).getUTCFullYear() + EXPIRES_IN_YEARS,
    fingerprint: fingerprint(card.number),
    funding: "credit",
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  } satisfies Stripe.PaymentMethod.Card;
}

function sepaPart({ last4 }: BankDebit) {
  return {
    bank_code: "19043",
    branch_code: "",
    country: "AT",
    fingerprint: fingerprint(last4),
    generated_from: { charge: null, setup_attempt: null },
    last4,
  } satisfies Stripe.PaymentMethod.SepaDebit;
}

function usBankPart({ last4 }: BankDebit) {
  return {
    account_holder_type: "company",
    account_type: "checking",
    bank_name: "STRIPE TEST BANK",
    financial_connections_account: null,
    fingerprint: fingerprint(last4),
    last4,
    networks: { preferred: "ach", supported: ["ach"] },
    routing_number: "110000000",
    status_details: {},
  } satisfies Stripe.PaymentMethod.UsBankAccount;
}
