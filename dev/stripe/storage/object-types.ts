import type Stripe from "stripe";
import type { Instrument } from "../payments/instrument";

/** The SDK turns `unit_amount_decimal` into its own number class; on the wire it is text. */
export type Price = Omit<Stripe.Price, "unit_amount_decimal"> & { unit_amount_decimal: string | null };
export type LineItem = Omit<Stripe.LineItem, "price"> & { price: Price | null };

/** The SDK types an event as a union of some 250 shapes; the envelope is the same for all. */
export type Event = Omit<Stripe.EventBase, "type" | "data"> & {
  type: string;
  data: { object: object; previous_attributes?: object };
};

/** Stripe's account links carry no id and cannot be read back; this is what the hosted page needs. */
export interface OnboardingLink {
  id: string;
  account: string;
  refresh_url: string;
  return_url: string;
  expires_at: number;
  used: boolean;
}

export interface StripeObjects {
  account: Stripe.Account;
  application_fee: Stripe.ApplicationFee;
  balance_transaction: Stripe.BalanceTransaction;
  charge: Stripe.Charge;
  "checkout.session": Stripe.Checkout.Session;
  customer: Stripe.Customer;
  dispute: Stripe.Dispute;
  event: Event;
  onboarding_link: OnboardingLink;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
  price: Price;
  product: Stripe.Product;
  refund: Stripe.Refund;
  webhook_endpoint: Stripe.WebhookEndpoint;
}

/** What Stripe keeps with an object and does not show. */
interface HiddenParts {
  account: { display_name: string | null; dashboard: "full" | "express" | "none"; deauthorized: boolean };
  "checkout.session": SessionTerms;
  payment_intent: { session: string | null; settles: "by_hand" | "succeeds" | "fails" };
  payment_method: { instrument: Instrument };
  refund: { ends: "as_it_is" | "succeeded" | "failed" };
  webhook_endpoint: { secret: string; connect: boolean };
}

export interface SessionTerms {
  line_items: LineItem[];
  application_fee_amount: number | null;
  payment_metadata: Record<string, string>;
  description: string | null;
  receipt_email: string | null;
  setup_future_usage: "off_session" | "on_session" | null;
  statement_descriptor_suffix: string | null;
}

export type Kind = keyof StripeObjects;
export type Hidden<K extends Kind> = K extends keyof HiddenParts ? HiddenParts[K] : null;

export interface Stored<K extends Kind> {
  account: string;
  body: StripeObjects[K];
  hidden: Hidden<K>;
}
