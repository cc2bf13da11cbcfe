import {
  currency,
  fields,
  flag,
  ignored,
  integer,
  list,
  metadata,
  oneOf,
  text,
  url,
} from "../http/parameters";
import { brandingSettings } from "./branding-settings";

const priceData = fields({
  currency,
  unit_amount: integer,
  unit_amount_decimal: text,
  product: text,
  product_data: fields({ name: text, description: text, images: list(url), metadata, tax_code: text }),
  tax_behavior: oneOf("exclusive", "inclusive", "unspecified"),
});

/** What a new Checkout Session is asked for. */
export const newSession = fields({
  mode: oneOf("payment", "setup", "subscription"),
  line_items: list(fields({ price: text, price_data: priceData, quantity: integer, metadata })),
  success_url: url,
  cancel_url: url,
  client_reference_id: text,
  currency,
  customer: text,
  customer_creation: oneOf("always", "if_required"),
  customer_email: text,
  expires_at: integer,
  locale: text,
  metadata,
  submit_type: oneOf("auto", "book", "donate", "pay", "subscribe"),
  payment_intent_data: fields({
    application_fee_amount: integer,
    description: text,
    metadata,
    receipt_email: text,
    setup_future_usage: oneOf("off_session", "on_session"),
    shipping: ignored,
    statement_descriptor_suffix: text,
  }),
  payment_method_types: list(text),
  excluded_payment_method_types: list(text),
  billing_address_collection: oneOf("auto", "required"),
  branding_settings: brandingSettings,
  custom_text: ignored,
  phone_number_collection: fields({ enabled: flag }),
  ui_mode: oneOf("hosted_page", "hosted"),
});

export type SessionParameters = ReturnType<typeof newSession>;
