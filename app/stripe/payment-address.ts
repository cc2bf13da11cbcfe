import type Stripe from "stripe";
import { isId } from "../ids";

/** Where a payment says that it belongs; only the wallet that it leads to can tell whether that is true. */
export interface PaymentAddress {
  purchaseId: string;
  customerId: string;
}

/** The address in the metadata of a session or a payment, or null when Topup did not open it. */
export function addressIn(metadata: Stripe.Metadata | null): PaymentAddress | null {
  const { purchase_id: purchaseId = "", customer_id: customerId = "" } = metadata ?? {};
  return isId(purchaseId, "purchase") && isId(customerId, "customer") ? { purchaseId, customerId } : null;
}
