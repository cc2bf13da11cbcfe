import type { CustomerContext } from "../context.server";
import type { PurchaseStanding } from "../wallet/results";
import { askStripe } from "./ask-stripe.server";
import { clickKeyOf, startCheckout } from "./start-checkout.server";

export interface PlanClick {
  planId: string;
  clickId: string;
  /** The customer was asked whether they mean another purchase, and does. */
  isSure: boolean;
}

/**
 * A customer clicked Purchase: to Stripe, or first to the question whether they want to pay again. Somebody who does
 * not see their credits yet takes a second payment for the remedy.
 */
export async function buyPlan(
  context: CustomerContext,
  { planId, clickId, isSure }: PlanClick,
): Promise<string> {
  const unconfirmed = isSure ? null : await findUnconfirmed(context, planId, clickId);
  return unconfirmed ? `/purchases/${unconfirmed}/again` : startCheckout(context, planId, clickId);
}

/** So many open pages of Stripe are asked about at a click; who has left more of them open is not in doubt. */
const PAGES_ASKED = 3;

/** The latest purchase of this plan of which the customer may have paid and not seen the credits. */
async function findUnconfirmed(
  context: CustomerContext,
  planId: string,
  clickId: string,
): Promise<string | null> {
  const before = await context
    .wallet(context.customer.id)
    .purchasesBefore(planId, clickKeyOf(planId, clickId));
  const known = before.find(isPaidAndNotCredited);
  if (known) return known.purchase.purchaseId;

  const open = before.filter(({ purchase }) => purchase.state === "open").slice(0, PAGES_ASKED);
  const answers = await Promise.all(open.map((standing) => isPaymentUnderWay(context, standing)));
  return open.find((_, at) => answers[at])?.purchase.purchaseId ?? null;
}

const isPaidAndNotCredited = ({ purchase, money }: PurchaseStanding): boolean =>
  purchase.state === "processing" ||
  (purchase.state === "quarantined" && money.refundedMinor + money.disputedMinor === 0);

/** Stripe is asked, and not the clock: a page that was left without paying is in nobody's way. */
async function isPaymentUnderWay(context: CustomerContext, { purchase }: PurchaseStanding): Promise<boolean> {
  const { checkoutSessionId } = purchase;
  if (checkoutSessionId === null) return false;
  const result = await askStripe(context, { ...purchase, checkoutSessionId });
  switch (result?.outcome) {
    // What Stripe does not say may be a payment.
    case undefined:
    case "credited":
    case "already_credited":
    case "quarantined":
      return true;
    case "moved":
    case "unchanged":
      return result.state === "processing";
    case "refused":
    case "unknown_purchase":
      return false;
  }
}
