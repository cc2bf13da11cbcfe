import type Stripe from "stripe";
import { addressIn, type PaymentAddress } from "./payment-address";
import { disputeFacts, type PaymentReversals, refundFacts } from "./reversal-facts";
import { isFinal, passing } from "./stripe-errors";

export async function readPaymentAddress(
  stripe: Stripe,
  accountId: string,
  paymentIntentId: string,
): Promise<PaymentAddress | null> {
  try {
    const { metadata } = await stripe.paymentIntents.retrieve(paymentIntentId, {}, on(accountId));
    return addressIn(metadata);
  } catch (error) {
    if (isFinal(error)) return null;
    throw passing("Stripe did not say whose a payment is", error);
  }
}

const RECEIPT_TIMEOUT_MS = 2_000;

export async function readReceiptUrl(
  stripe: Stripe,
  accountId: string,
  paymentIntentId: string,
): Promise<string | null> {
  const asked = { ...on(accountId), timeout: RECEIPT_TIMEOUT_MS, maxNetworkRetries: 0 };
  try {
    const intent = await stripe.paymentIntents.retrieve(
      paymentIntentId,
      { expand: ["latest_charge"] },
      asked,
    );
    const charge = intent.latest_charge;
    return typeof charge === "object" ? (charge?.receipt_url ?? null) : null;
  } catch (error) {
    if (isFinal(error)) return null;
    throw passing("Stripe did not say where its receipt is", error);
  }
}

export async function readReversals(
  stripe: Stripe,
  accountId: string,
  paymentIntentId: string,
): Promise<PaymentReversals> {
  const ofPayment = { payment_intent: paymentIntentId, limit: 100 };
  try {
    const [refunds, disputes] = await Promise.all([
      stripe.refunds.list(ofPayment, on(accountId)).autoPagingToArray({ limit: 1_000 }),
      stripe.disputes.list(ofPayment, on(accountId)).autoPagingToArray({ limit: 1_000 }),
    ]);
    return {
      refunds: refunds.flatMap((refund) => refundFacts(refund) ?? []),
      disputes: disputes.flatMap((dispute) => disputeFacts(dispute) ?? []),
    };
  } catch (error) {
    // The partner took our access away: what its events say is all that we can know.
    if (isFinal(error)) return { refunds: [], disputes: [] };
    throw passing("Stripe did not say what was refunded", error);
  }
}

const on = (accountId: string) => ({ stripeAccount: accountId });
