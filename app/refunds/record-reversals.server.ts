import { findPaidPurchase, findRefundPolicy } from "../../db/refund-cases.server";
import type { Context } from "../context.server";
import type { ReversalResult } from "../wallet/results";
import type { ReversalReport } from "./reversal";

/** What Stripe says of one payment that was refunded or disputed. Neither names a purchase. */
export type PaymentReversalReport = Omit<ReversalReport, "purchaseId" | "policy">;

/**
 * Finds the purchase that a payment paid and tells its wallet what went back of it. Webhook, replay and reconcile all
 * end here. Null when the payment is none of ours.
 */
export async function recordReversals(
  context: Context,
  report: PaymentReversalReport,
): Promise<{ purchaseId: string; result: ReversalResult } | null> {
  const found = await findPurchase(context, report);
  if (!found) return null;
  const { purchaseId, customerId, policy } = found;
  const result = await context.wallet(customerId).recordReversals({ ...report, purchaseId, policy });
  return { purchaseId, result };
}

/** By our own copy, or by what Stripe says of the payment when the copy has not arrived yet. */
async function findPurchase({ db, stripe }: Context, { accountId, paymentIntentId }: PaymentReversalReport) {
  const known = await findPaidPurchase(db, accountId, paymentIntentId);
  if (known) return known;

  const address = await stripe.readPaymentAddress(accountId, paymentIntentId);
  const policy = address && (await findRefundPolicy(db, address.customerId));
  return policy ? { ...address, policy } : null;
}
