import { type CheckoutScope, hastenChecks, type UnsettledPurchase } from "../../db/purchase-checks.server";
import type { Context, PartnerContext } from "../context.server";
import { UpstreamFailure } from "../errors";
import { logWarning } from "../log";
import { isOffOffer } from "./off-offer";

const CHECKOUTS_AT_ONCE = 50;

type SellerContext = Context & Pick<PartnerContext, "partner">;

/**
 * Ends the open checkouts of what was taken off offer, after the answer: of a plan, for a customer, or all of a
 * partner. They are made due for the sweep first, so that it takes whatever is left: what Stripe does not answer now,
 * what is more than this, and what D1 learns of later. What would still be sold goes on.
 */
export function endCheckoutsLater(context: SellerContext, scope: CheckoutScope): void {
  context.later(endCheckouts(context, scope));
}

async function endCheckouts(context: SellerContext, scope: CheckoutScope): Promise<void> {
  const { db, partner, now } = context;
  for (const purchase of await hastenChecks(db, partner.id, scope, now(), CHECKOUTS_AT_ONCE)) {
    if (isOffOffer(purchase) && !(await endCheckout(context, purchase))) return;
  }
}

/**
 * Ends one checkout at Stripe and settles by its answer. A payment that was faster is credited by the terms that were
 * agreed, like any other. False when somebody did not answer: the purchase stays as it is, and the sweep asks again.
 */
export async function endCheckout(context: Context, purchase: UnsettledPurchase): Promise<boolean> {
  const { purchaseId, customerId, accountId, checkoutSessionId } = purchase;
  try {
    const report =
      (await context.stripe.expireCheckout(accountId, checkoutSessionId)) ??
      (await context.stripe.readCheckout(accountId, checkoutSessionId));
    if (report) await context.wallet(customerId).settle(report);
    return true;
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    logWarning("checkout_not_ended", { purchaseId, error });
    return false;
  }
}
