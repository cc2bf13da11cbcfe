import type Stripe from "stripe";
import { markDeauthorized, writeAccountFacts } from "../../../db/connected-accounts.server";
import type { Context } from "../../context.server";
import { accountFacts } from "../connected-account";
import { type EventOutcome, ignored } from "./outcome";

const UNKNOWN = ignored("No partner is connected with this account");

/** Stripe looked at an account again: the gates open and close by what it says, with nobody typing. */
export async function whenAccountUpdated(
  { db, now }: Context,
  event: Stripe.AccountUpdatedEvent,
): Promise<EventOutcome> {
  const account = event.data.object;
  const isKnown = await writeAccountFacts(db, event.account ?? account.id, accountFacts(account), now());
  return isKnown ? { outcome: "processed", detail: "Account updated", purchaseId: null } : UNKNOWN;
}

/** The signed event is trusted as it is: with our access gone, there is nobody to ask. */
export async function whenDeauthorized(
  { db, now }: Context,
  event: Stripe.AccountApplicationDeauthorizedEvent,
): Promise<EventOutcome> {
  const isKnown = await markDeauthorized(db, event.account ?? "", now());
  return isKnown ? { outcome: "processed", detail: "Account disconnected", purchaseId: null } : UNKNOWN;
}
