import type Stripe from "stripe";
import type { Context } from "../../context.server";
import { recordReversals } from "../../refunds/record-reversals.server";
import type { ReversalResult } from "../../wallet/results";
import { disputeFacts, type PaymentReversals, refundFacts } from "../reversal-facts";
import { type EventOutcome, ignored } from "./outcome";

type RefundEvent =
  | Stripe.RefundCreatedEvent
  | Stripe.RefundUpdatedEvent
  | Stripe.RefundFailedEvent
  | Stripe.ChargeRefundUpdatedEvent;

type DisputeEvent =
  | Stripe.ChargeDisputeCreatedEvent
  | Stripe.ChargeDisputeUpdatedEvent
  | Stripe.ChargeDisputeFundsWithdrawnEvent
  | Stripe.ChargeDisputeFundsReinstatedEvent
  | Stripe.ChargeDisputeClosedEvent;

const NO_PAYMENT = ignored("It belongs to no payment of a checkout");

/** The partner refunded, or a refund succeeded, failed or was canceled. */
export async function whenRefunded(context: Context, event: RefundEvent): Promise<EventOutcome> {
  const refund = refundFacts(event.data.object);
  return refund
    ? record(context, event, refund.paymentIntentId, { refunds: [refund], disputes: [] })
    : NO_PAYMENT;
}

/** A charge does not list its refunds, only their sum, so this is the occasion to ask for them. */
export async function whenChargeRefunded(
  context: Context,
  event: Stripe.ChargeRefundedEvent,
): Promise<EventOutcome> {
  const named = event.data.object.payment_intent;
  const paymentIntentId = typeof named === "string" ? named : named?.id;
  if (!paymentIntentId) return NO_PAYMENT;
  const reversals = await context.stripe.readReversals(event.account ?? "", paymentIntentId);
  return record(context, event, paymentIntentId, reversals);
}

/** A bank asks, takes money back for its customer, or returns it. */
export async function whenDisputed(context: Context, event: DisputeEvent): Promise<EventOutcome> {
  const dispute = disputeFacts(event.data.object, event.type);
  return dispute
    ? record(context, event, dispute.paymentIntentId, { refunds: [], disputes: [dispute] })
    : NO_PAYMENT;
}

async function record(
  context: Context,
  event: Stripe.Event,
  paymentIntentId: string,
  reversals: PaymentReversals,
): Promise<EventOutcome> {
  const recorded = await recordReversals(context, {
    accountId: event.account ?? "",
    livemode: event.livemode,
    paymentIntentId,
    ...reversals,
  });
  return recorded
    ? { ...inWords(recorded.result), purchaseId: recorded.purchaseId }
    : ignored("The payment was not started by Topup");
}

function inWords(result: ReversalResult): Pick<EventOutcome, "outcome" | "detail"> {
  switch (result.outcome) {
    case "recorded":
      return { outcome: "processed", detail: movement(result) };
    case "refused":
      return { outcome: "quarantined", detail: `Not recorded: ${result.reason}` };
    case "unknown_purchase":
      return { outcome: "quarantined", detail: "This customer's wallet knows no such purchase" };
  }
}

function movement(result: Extract<ReversalResult, { outcome: "recorded" }>): string {
  if (!result.isNew) return "Known before";
  if (result.movedMicros < 0) return "Recorded, and credits taken back";
  if (result.movedMicros > 0) return "Recorded, and credits given back";
  return result.dueMicros > 0 ? "Recorded; somebody decides about the credits" : "Recorded; no credits moved";
}
