import { hastenChecks, type UnsettledPurchase } from "../../db/purchase-checks.server";
import type { Context, PartnerContext } from "../context.server";
import { UpstreamFailure } from "../errors";
import { logWarning } from "../log";

const CHECKOUTS_AT_ONCE = 50;

/**
 * Ends the checkouts of a plan that went off offer, after the answer. They are made due for the sweep first, so that
 * it takes whatever is left: what Stripe does not answer now, what is more than this, and what D1 learns of later.
 */
export function endCheckoutsLater(context: PartnerContext, planId: string): void {
  context.later(endCheckouts(context, planId));
}

/** The same for all plans of a partner who sells nothing any more. */
export function endAllCheckoutsLater(context: PartnerContext): void {
  context.later(endCheckouts(context, null));
}

async function endCheckouts(context: PartnerContext, planId: string | null): Promise<void> {
  const { db, partner, now } = context;
  for (const purchase of await hastenChecks(db, partner.id, planId, now(), CHECKOUTS_AT_ONCE)) {
    if (!(await endCheckout(context, purchase))) return;
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
