import { listDueChecks, writeCheck } from "../../db/purchase-checks.server";
import type { Context } from "../context.server";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../time";
import { askStripe } from "./ask-stripe.server";
import { endCheckout } from "./end-checkouts.server";
import { isOffOffer } from "./off-offer";

const PURCHASES_A_SWEEP = 100;
const FIRST_CHECK_MS = 5 * MINUTE_MS;
// A checkout lives for a day at most, so the fifth question finds it ended; a bank's debit may take weeks.
const WAITS_MS = [30 * MINUTE_MS, 2 * HOUR_MS, 8 * HOUR_MS, 16 * HOUR_MS];

/**
 * Asks Stripe about purchases that still wait, ever more seldom, so that even a customer who never comes back and
 * a webhook that never arrives end in credits. What would not be sold any more is ended, unless it was
 * paid. Every question may be asked twice: a purchase is credited once.
 */
export async function sweepPurchases(context: Context): Promise<void> {
  const due = await listDueChecks(context.db, context.now(), FIRST_CHECK_MS, PURCHASES_A_SWEEP);
  for (const purchase of due) {
    const isToEnd = purchase.isOpen && isOffOffer(purchase);
    await (isToEnd ? endCheckout : askStripe)(context, purchase);
    await writeCheck(context.db, purchase.purchaseId, context.now() + (WAITS_MS[purchase.times] ?? DAY_MS));
  }
}
