import type Stripe from "stripe";
import { isConnected, markDeauthorized, writeAccountFacts } from "../../../db/connected-accounts.server";
import type { Context } from "../../context.server";
import { type EventOutcome, ignored } from "./outcome";

const UNKNOWN = ignored("No partner is connected with this account");

/**
 * Stripe looked at an account again: the gates open and close by what it says, with nobody typing. The event is
 * only the occasion to ask: events arrive in any order, and an old one must not undo what was said since.
 */
export async function whenAccountUpdated(
  { db, stripe, now }: Context,
  event: Stripe.AccountUpdatedEvent | Stripe.CapabilityUpdatedEvent,
): Promise<EventOutcome> {
  const accountId = event.account ?? namedBy(event);
  if (!(await isConnected(db, accountId))) return UNKNOWN;
  const isKnown = await writeAccountFacts(db, accountId, await stripe.readAccount(accountId), now());
  return isKnown ? { outcome: "processed", detail: "Account updated", purchaseId: null } : UNKNOWN;
}

function namedBy({ type, data }: Stripe.AccountUpdatedEvent | Stripe.CapabilityUpdatedEvent): string {
  if (type === "account.updated") return data.object.id;
  const { account } = data.object;
  return typeof account === "string" ? account : account.id;
}

/** The signed event is trusted as it is: with our access gone, there is nobody to ask. */
export async function whenDeauthorized(
  { db, now }: Context,
  event: Stripe.AccountApplicationDeauthorizedEvent,
): Promise<EventOutcome> {
  const isKnown = await markDeauthorized(db, event.account ?? "", now());
  return isKnown ? { outcome: "processed", detail: "Account disconnected", purchaseId: null } : UNKNOWN;
}
