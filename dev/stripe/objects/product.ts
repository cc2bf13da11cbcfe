import type Stripe from "stripe";
import { newId } from "../ids";
import type { Scope } from "../scope";

interface ProductTerms {
  id?: string | undefined;
  name: string;
  active: boolean;
  description?: string | undefined;
  images?: string[] | undefined;
  metadata?: Record<string, string> | undefined;
  statement_descriptor?: string | undefined;
  unit_label?: string | undefined;
  url?: string | undefined;
}

export function buildProduct(scope: Scope, terms: ProductTerms) {
  return {
    id: terms.id ?? newId("prod_", 14),
    object: "product",
    active: terms.active,
    created: scope.now_s,
    default_price: null,
    description: terms.description || null,
    images: terms.images ?? [],
    livemode: false,
    marketing_features: [],
    metadata: terms.metadata ?? {},
    name: terms.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: terms.statement_descriptor ?? null,
    tax_code: null,
    tax_details: null,
    type: "service",
    unit_label: terms.unit_label ?? null,
    updated: scope.now_s,
    url: terms.url ?? null,
  } satisfies Stripe.Product;
}
