import { findSoldDescription } from "../../db/plans.server";
import type { CustomerContext } from "../context.server";
import { notFound } from "../refusals";
import { type PurchaseStatus, purchaseStatus } from "./purchase-status";
import { type ReceiptSheet, receiptSheet } from "./receipt";

const NOTHING_BACK = { refundedMinor: 0, disputedMinor: 0 };

/** The receipt of one of this customer's purchases, or why there is none. */
export async function readReceipt(
  context: CustomerContext,
  purchaseId: string,
): Promise<{ receipt: ReceiptSheet } | { receipt: null; plan: string; status: PurchaseStatus }> {
  const wallet = context.wallet(context.customer.id);
  const [found, refundCase] = await Promise.all([wallet.purchase(purchaseId), wallet.refundCase(purchaseId)]);
  if (found?.purchase.partnerId !== context.partner.id) throw notFound();

  const { purchase, entry } = found;
  const standing = { purchase, money: refundCase?.money ?? NOTHING_BACK };
  if (!entry) {
    const status = purchaseStatus(standing, context.portal.locale);
    return { receipt: null, plan: purchase.planName, status };
  }
  const description = await findSoldDescription(context.db, context.partner.id, purchase);
  return { receipt: receiptSheet(standing, entry, description, context) };
}
