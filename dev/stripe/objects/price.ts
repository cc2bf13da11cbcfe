import { newId } from "../ids";
import type { Scope } from "../scope";
import type { LineItem, Price } from "../storage/object-types";

interface PriceTerms {
  product: string;
  unit_amount: number;
  currency: string;
  /** The price of one session only, made from `price_data`, cannot be used again. */
  active: boolean;
  nickname?: string | undefined;
  lookup_key?: string | undefined;
  metadata?: Record<string, string> | undefined;
  tax_behavior?: Price["tax_behavior"] | undefined;
}

export function buildPrice(scope: Scope, terms: PriceTerms): Price {
  return {
    id: newId("price_1"),
    object: "price",
    active: terms.active,
    billing_scheme: "per_unit",
    created: scope.now_s,
    currency: terms.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: terms.lookup_key ?? null,
    metadata: terms.metadata ?? {},
    nickname: terms.nickname ?? null,
    product: terms.product,
    recurring: null,
    tax_behavior: terms.tax_behavior ?? "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: "one_time",
    unit_amount: terms.unit_amount,
    unit_amount_decimal: String(terms.unit_amount),
  };
}

export function buildLineItem(price: Price, description: string, quantity: number): LineItem {
  const amount = (price.unit_amount ?? 0) * quantity;
  return {
    id: newId("li_1"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description,
    metadata: {},
    price,
    quantity,
  };
}
