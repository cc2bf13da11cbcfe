import { listPage, wholeList } from "../http/list-page";
import {
  currency,
  fields,
  flag,
  ignored,
  integer,
  list,
  metadata,
  none,
  oneOf,
  paging,
  text,
  url,
} from "../http/parameters";
import { route } from "../http/route";
import { expireSession } from "../payments/pay-session";
import { fieldIs } from "../storage/object-store";
import { brandingSettings } from "./branding-settings";
import { createSession } from "./create-session";

const PATH = "/v1/checkout/sessions";

const priceData = fields({
  currency,
  unit_amount: integer,
  unit_amount_decimal: text,
  product: text,
  product_data: fields({ name: text, description: text, images: list(url), metadata, tax_code: text }),
  tax_behavior: oneOf("exclusive", "inclusive", "unspecified"),
});

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

export const checkoutSessionRoutes = [
  route("POST", PATH, newSession, createSession),

  route(
    "GET",
    PATH,
    fields({
      ...paging,
      payment_intent: text,
      status: oneOf("complete", "expired", "open"),
      customer: text,
      customer_details: fields({ email: text }),
    }),
    (scope, { payment_intent, status, customer, customer_details, ...page }) =>
      listPage(scope, "checkout.session", PATH, page, [
        ...(payment_intent === undefined ? [] : [fieldIs("payment_intent", payment_intent)]),
        ...(status === undefined ? [] : [fieldIs("status", status)]),
        ...(customer === undefined ? [] : [fieldIs("customer", customer)]),
        ...(customer_details?.email === undefined
          ? []
          : [fieldIs("customer_details.email", customer_details.email)]),
      ]),
  ),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("checkout.session", id, "session").body),

  route("POST", `${PATH}/:id/expire`, none, (scope, _, { id }) => expireSession(scope, id)),

  route("GET", `${PATH}/:id/line_items`, fields({ ...paging }), (scope, _, { id }) =>
    wholeList(`${PATH}/${id}/line_items`, scope.get("checkout.session", id, "session").hidden.line_items),
  ),
];
