import { listActivePlansFor } from "../../db/plans.server";
import type { CustomerContext } from "../context.server";
import { newId } from "../ids";
import { planCards } from "../plans/plan-cards";
import { inPortalOrder } from "../plans/plan-order";
import { formatRelativeTime } from "../time";
import { creditStanding } from "./credit-standing";
import { historyRows } from "./history-rows";

const NEWEST_ENTRIES = 5;

/** What Credits and Billing both show: the balance, what can be bought, and the latest changes. */
export async function creditsOverview(context: CustomerContext) {
  const { db, wallet, partner, customer, wording } = context;
  const [plans, summary] = await Promise.all([
    listActivePlansFor(db, partner.id, customer.id),
    wallet(customer.id).summary(NEWEST_ENTRIES),
  ]);
  const now = context.now();
  return {
    ...creditStanding(summary, customer, wording),
    updated: summary.updatedAt && formatRelativeTime(summary.updatedAt, now, wording.locale),
    plans: planCards(inPortalOrder(plans, partner.planOrder), context, wording),
    supportEmail: partner.supportEmail,
    entries: historyRows(summary.entries, now, wording),
    // One page view is one intent: its double click is one purchase, a fresh page is the next.
    clickId: newId("click"),
  };
}

export type CreditsOverview = Awaited<ReturnType<typeof creditsOverview>>;
