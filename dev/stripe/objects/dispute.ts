import type Stripe from "stripe";
import { newId } from "../ids";
import type { Scope } from "../scope";

const ANSWER_WITHIN_S = 9 * 86_400;

export interface DisputeTerms {
  /** An inquiry is only a question: it moves no money. */
  inquiry: boolean;
  amount?: number;
  reason?: string;
}

export function buildDispute(scope: Scope, charge: Stripe.Charge, terms: DisputeTerms): Stripe.Dispute {
  return {
    id: newId("du_1"),
    object: "dispute",
    amount: terms.amount ?? charge.amount,
    balance_transactions: [],
    charge: charge.id,
    created: scope.now_s,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence(charge),
    evidence_details: {
      due_by: scope.now_s + ANSWER_WITHIN_S,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: terms.inquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      type: "card",
      card: {
        brand: "visa",
        network: "visa",
        case_type: terms.inquiry ? "inquiry" : "chargeback",
        network_reason_code: "10.4",
      },
    },
    reason: terms.reason ?? "fraudulent",
    status: terms.inquiry ? "warning_needs_response" : "needs_response",
  };
}

function noEvidence(charge: Stripe.Charge): Stripe.Dispute.Evidence {
  return {
    access_activity_log: null,
    billing_address: null,
    cancellation_policy: null,
    cancellation_policy_disclosure: null,
    cancellation_rebuttal: null,
    customer_communication: null,
    customer_email_address: charge.billing_details.email,
    customer_name: charge.billing_details.name,
    customer_purchase_ip: null,
    customer_signature: null,
    duplicate_charge_documentation: null,
    duplicate_charge_explanation: null,
    duplicate_charge_id: null,
    enhanced_evidence: {},
    product_description: null,
    receipt: null,
    refund_policy: null,
    refund_policy_disclosure: null,
    refund_refusal_explanation: null,
    service_date: null,
    service_documentation: null,
    shipping_address: null,
    shipping_carrier: null,
    shipping_date: null,
    shipping_documentation: null,
    shipping_tracking_number: null,
    uncategorized_file: null,
    uncategorized_text: null,
  };
}
