import type Stripe from "stripe";
import { newId } from "../ids";
import type { Scope } from "../scope";

interface CustomerTerms {
  description?: string;
  email?: string;
  name?: string;
  phone?: string;
  metadata?: Record<string, string>;
}

export function buildCustomer(scope: Scope, terms: CustomerTerms) {
  return {
    id: newId("cus_", 14),
    object: "customer",
    address: null,
    balance: 0,
    created: scope.now_s,
    currency: null,
    default_source: null,
    delinquent: false,
    description: terms.description ?? null,
    discount: null,
    email: terms.email ?? null,
    invoice_prefix: newId("", 8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: terms.metadata ?? {},
    name: terms.name ?? null,
    next_invoice_sequence: 1,
    phone: terms.phone ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  } satisfies Stripe.Customer;
}
