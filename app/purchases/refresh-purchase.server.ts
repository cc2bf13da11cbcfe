import type { CustomerContext } from "../context.server";
import { UpstreamFailure } from "../errors";
import { logWarning } from "../log";
import { notFound } from "../refusals";
import type { Entry } from "../wallet/posting";
import type { Purchase } from "../wallet/purchase";

/**
 * How a purchase stands, for the person who looks at it. Where the wallet still waits, Stripe is asked once and
 * its answer settled like any other, so a webhook that never comes costs nobody their credits.
 */
export async function refreshPurchase(
  context: CustomerContext,
  purchaseId: string,
): Promise<{ purchase: Purchase; entry: Entry | null }> {
  const wallet = context.wallet(context.customer.id);
  const known = await wallet.purchase(purchaseId);
  if (!known) throw notFound();
  if (!isWaiting(known.purchase) || !(await askStripe(context, known.purchase))) return known;

  return (await wallet.purchase(purchaseId)) ?? known;
}

const isWaiting = ({ state }: Purchase) => state === "created" || state === "open" || state === "processing";

/** Whether Stripe's answer changed anything. A Stripe that does not answer leaves the purchase as it stands. */
async function askStripe(context: CustomerContext, purchase: Purchase): Promise<boolean> {
  if (purchase.checkoutSessionId === null) return false;
  try {
    const report = await context.stripe.readCheckout(purchase.accountId, purchase.checkoutSessionId);
    if (!report) return false;
    const result = await context.wallet(purchase.customerId).settle(report);
    return result.outcome !== "unchanged" && result.outcome !== "refused";
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    logWarning("purchase_not_refreshed", { purchaseId: purchase.purchaseId, error });
    return false;
  }
}
