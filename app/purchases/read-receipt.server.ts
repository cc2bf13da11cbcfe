import { findSoldDescription } from "../../db/plans.server";
import type { CustomerContext } from "../context.server";
import { UpstreamFailure } from "../errors";
import { logWarning } from "../log";
import { notFound } from "../refusals";
import type { Purchase } from "../wallet/purchase";
import { type PurchaseStatus, purchaseStatus } from "./purchase-status";
import { type ReceiptSheet, receiptSheet } from "./receipt";

type ReadReceipt =
  | { receipt: ReceiptSheet; stripeUrl: string | null }
  | { receipt: null; plan: string; status: PurchaseStatus };

/** The receipt of one of this customer's purchases, or why there is none. */
export async function readReceipt(context: CustomerContext, purchaseId: string): Promise<ReadReceipt> {
  const found = await context.wallet(context.customer.id).purchase(purchaseId);
  if (found?.purchase.partnerId !== context.partner.id) throw notFound();

  const { purchase, entry } = found;
  if (!entry) {
    return { receipt: null, plan: purchase.planName, status: purchaseStatus(found, context.wording) };
  }
  const [description, stripeUrl] = await Promise.all([
    findSoldDescription(context.db, context.partner.id, purchase),
    readStripeUrl(context, purchase),
  ]);
  return { receipt: receiptSheet(found, entry, description, context), stripeUrl };
}

/** Where Stripe shows its own receipt. Ours says all there is to say, so nobody waits for an answer that is not there. */
async function readStripeUrl(
  { stripe }: CustomerContext,
  { purchaseId, accountId, paymentIntentId }: Purchase,
): Promise<string | null> {
  if (paymentIntentId === null) return null;
  try {
    return await stripe.readReceiptUrl(accountId, paymentIntentId);
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    logWarning("stripe_receipt_not_found", { purchaseId, error });
    return null;
  }
}
