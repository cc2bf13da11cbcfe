import type { Receipt } from "../../db/email-facts.server";
import { sampleEntry } from "../wallet/sample-entry";
import { samplePurchase } from "../wallet/sample-purchase";

/** What D1 holds of the sample purchase: the copy that lists and receipts read. */
export function projectedPurchase(changes: Partial<Receipt["purchase"]> = {}): Receipt["purchase"] {
  const { purchaseId, checkoutUrl: _, ...copied } = samplePurchase({ state: "credited", paidMinor: 4900 });
  return { id: purchaseId, ...copied, refundedMinor: 0, disputedMinor: 0, ...changes };
}

export const projectedEntry = (changes: Partial<Receipt["entry"]> = {}): Receipt["entry"] => ({
  ...sampleEntry(),
  customerId: "customer_ana",
  partnerId: "partner_acme",
  ...changes,
});
