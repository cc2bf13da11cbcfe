import { listActivePlansFor } from "../../db/plans.server";
import type { CustomerContext } from "../context.server";
import { formatCredits } from "../credits";
import { newId } from "../ids";
import { planCards } from "../plans/plan-cards";
import { inPortalOrder } from "../plans/plan-order";
import { formatRelativeTime } from "../time";
import { historyRows } from "./history-rows";

const NEWEST_ENTRIES = 5;

/** What Credits and Billing both show: the balance, what can be bought, and the latest changes. */
export async function creditsOverview(context: CustomerContext) {
  const { db, wallet, partner, portal, customer } = context;
  const [plans, summary] = await Promise.all([
    listActivePlansFor(db, partner.id, customer.id),
    wallet(customer.id).summary(NEWEST_ENTRIES),
  ]);
  const now = context.now();
  return {
    balance: formatCredits(summary.balanceMicros, portal.locale),
    used: formatCredits(summary.usedMicros, portal.locale),
    owed: summary.balanceMicros < 0 ? formatCredits(-summary.balanceMicros, portal.locale) : null,
    updated: summary.updatedAt && formatRelativeTime(summary.updatedAt, now, portal.locale),
    plans: planCards(inPortalOrder(plans, partner.planOrder), context, portal.locale),
    entries: historyRows(summary.entries, now, portal.locale),
    // One page view is one intent: its double click is one purchase, a fresh page is the next.
    clickId: newId("click"),
  };
}

export type CreditsOverview = Awaited<ReturnType<typeof creditsOverview>>;
