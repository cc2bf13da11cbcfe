import type { Context } from "../context.server";
import { UpstreamFailure } from "../errors";
import { logWarning } from "../log";
import type { SettleResult } from "../wallet/results";

interface WaitingPurchase {
  purchaseId: string;
  customerId: string;
  accountId: string;
  checkoutSessionId: string;
}

/**
 * Asks Stripe how a checkout stands and settles by its answer, as a webhook would have. Null when Stripe does not
 * answer or knows no such session: the purchase stays as it is, and somebody asks again.
 */
export async function askStripe(context: Context, purchase: WaitingPurchase): Promise<SettleResult | null> {
  try {
    const report = await context.stripe.readCheckout(purchase.accountId, purchase.checkoutSessionId);
    return report && (await context.wallet(purchase.customerId).settle(report));
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    logWarning("purchase_not_refreshed", { purchaseId: purchase.purchaseId, error });
    return null;
  }
}
