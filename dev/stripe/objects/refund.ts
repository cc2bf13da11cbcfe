import type Stripe from "stripe";
import { newId } from "../ids";
import type { Scope } from "../scope";

interface RefundTerms {
  amount: number;
  metadata: Record<string, string>;
  reason: Stripe.Refund["reason"];
  status: "succeeded" | "pending";
}

export function buildRefund(scope: Scope, charge: Stripe.Charge, terms: RefundTerms) {
  return {
    id: newId("re_3"),
    object: "refund",
    amount: terms.amount,
    balance_transaction: null,
    charge: charge.id,
    created: scope.now_s,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: destination(charge),
    metadata: terms.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: terms.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: terms.status,
    transfer_reversal: null,
  } satisfies Stripe.Refund;
}

function destination(charge: Stripe.Charge): Stripe.Refund.DestinationDetails {
  const type = charge.payment_method_details?.type;
  if (type === "us_bank_account") {
    return { type, us_bank_transfer: { reference: null, reference_status: "pending" } };
  }
  if (type === "sepa_debit")
    return { type, eu_bank_transfer: { reference: null, reference_status: "pending" } };
  return {
    type: "card",
    card: { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" },
  };
}
