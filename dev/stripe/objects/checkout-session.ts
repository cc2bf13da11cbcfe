import type Stripe from "stripe";
import { newId } from "../ids";
import type { Scope } from "../scope";

export interface NewSession {
  amount_total: number;
  branding_settings: Stripe.Checkout.Session.BrandingSettings;
  currency: string;
  expires_at: number;
  success_url: string;
  cancel_url: string | null;
  client_reference_id: string | null;
  customer: string | null;
  customer_creation: Stripe.Checkout.Session.CustomerCreation | null;
  customer_email: string | null;
  locale: Stripe.Checkout.Session.Locale | null;
  metadata: Record<string, string>;
  payment_method_types: string[];
  submit_type: Stripe.Checkout.Session.SubmitType | null;
}

export function buildCheckoutSession(scope: Scope, session: NewSession) {
  const id = newId("cs_test_", 58);
  return {
    ...UNUSED_PARTS,
    id,
    object: "checkout.session",
    amount_subtotal: session.amount_total,
    amount_total: session.amount_total,
    branding_settings: session.branding_settings,
    cancel_url: session.cancel_url,
    client_reference_id: session.client_reference_id,
    created: scope.now_s,
    currency: session.currency,
    customer: session.customer,
    customer_creation: session.customer_creation,
    customer_details: session.customer_email === null ? null : customerDetails(session.customer_email),
    customer_email: session.customer_email,
    expires_at: session.expires_at,
    livemode: false,
    locale: session.locale,
    metadata: session.metadata,
    mode: "payment",
    payment_intent: null,
    payment_method_types: session.payment_method_types,
    payment_status: "unpaid",
    status: "open",
    submit_type: session.submit_type,
    success_url: session.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: `${scope.world.origin}/c/pay/${id}`,
  } satisfies Stripe.Checkout.Session;
}

export function customerDetails(email: string, name: string | null = null) {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: name,
    name,
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
  } satisfies Stripe.Checkout.Session.CustomerDetails;
}

/** Features of Checkout that the stand-in does not have, as Stripe shows them when they are not used. */
const UNUSED_PARTS = {
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_account: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: {
    enabled: false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: null,
      metadata: {},
      rendering_options: null,
    },
  },
  managed_payments: { enabled: false },
  origin_context: null,
  payment_link: null,
  payment_method_collection: "if_required",
  payment_method_configuration_details: null,
  payment_method_options: { card: { request_three_d_secure: "automatic" } },
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  subscription: null,
  wallet_options: null,
} satisfies Partial<Stripe.Checkout.Session>;
