import { disconnectAccount } from "../../db/connected-accounts.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { endCheckoutsLater } from "../purchases/end-checkouts.server";
import { stripeNotConnected } from "../refusals";

/**
 * Sells nothing on the partner's account from now on and ends its open checkouts. What was bought stays, and is
 * refunded on the account on which it was paid. Twice is once.
 */
export async function disconnectStripe(context: PartnerContext): Promise<void> {
  const { db, partner, account, member, now } = context;
  if (!account) throw stripeNotConnected();
  const isDone = await disconnectAccount(db, partner.id, {
    id: newId("audit"),
    actorId: member.id,
    at: now(),
  });
  if (isDone) endCheckoutsLater(context, {});
}

/** Typed by whoever means it. */
export const DISCONNECT_WORD = "disconnect";

export const isDisconnectWord = (typed: string): boolean => typed.trim().toLowerCase() === DISCONNECT_WORD;
