import type Stripe from "stripe";
import { newId } from "../ids";
import { PLATFORM } from "../platform";
import type { Scope } from "../scope";
import { APPLICATION } from "./application";

export interface PaymentTerms {
  amount: number;
  currency: string;
  application_fee_amount: number | null;
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  payment_method_types: string[];
  receipt_email: string | null;
  setup_future_usage: "off_session" | "on_session" | null;
  statement_descriptor_suffix: string | null;
}

export function buildPaymentIntent(scope: Scope, terms: PaymentTerms) {
  const id = newId("pi_3");
  return {
    ...UNUSED_PARTS,
    id,
    object: "payment_intent",
    amount: terms.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: scope.account === PLATFORM ? null : APPLICATION.id,
    application_fee_amount: terms.application_fee_amount,
    capture_method: "automatic_async",
    client_secret: newId(`${id}_secret_`),
    confirmation_method: "automatic",
    created: scope.now_s,
    currency: terms.currency,
    customer: terms.customer,
    description: terms.description,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: terms.metadata,
    next_action: null,
    payment_method: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: terms.payment_method_types,
    receipt_email: terms.receipt_email,
    setup_future_usage: terms.setup_future_usage,
    statement_descriptor_suffix: terms.statement_descriptor_suffix,
    status: "requires_payment_method",
  } satisfies Stripe.PaymentIntent;
}

/** What direct card and debit payments never fill. */
const UNUSED_PARTS = {
  allowed_payment_method_types: null,
  automatic_payment_methods: null,
  canceled_at: null,
  cancellation_reason: null,
  customer_account: null,
  excluded_payment_method_types: null,
  on_behalf_of: null,
  payment_method_configuration_details: null,
  payment_record: null,
  processing: null,
  review: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  transfer_data: null,
  transfer_group: null,
} satisfies Partial<Stripe.PaymentIntent>;
