import type { CustomerContext } from "../context.server";
import { notFound } from "../refusals";
import type { Purchase } from "../wallet/purchase";
import type { PurchaseView } from "../wallet/results";
import { askStripe } from "./ask-stripe.server";

/**
 * How a purchase stands, for the person who looks at it. Where the wallet still waits, Stripe is asked once and
 * its answer settled like any other, so a webhook that never comes costs nobody their credits. A preview asks
 * nobody, because an answer would change the purchase.
 */
export async function refreshPurchase(context: CustomerContext, purchaseId: string): Promise<PurchaseView> {
  const wallet = context.wallet(context.customer.id);
  const known = await wallet.purchase(purchaseId);
  if (!known) throw notFound();

  const { checkoutSessionId } = known.purchase;
  if (context.preview || !isWaiting(known.purchase) || checkoutSessionId === null) return known;
  const result = await askStripe(context, { ...known.purchase, checkoutSessionId });
  if (!result || result.outcome === "unchanged") return known;
  return (await wallet.purchase(purchaseId)) ?? known;
}

const isWaiting = ({ state }: Purchase) => state === "created" || state === "open" || state === "processing";
