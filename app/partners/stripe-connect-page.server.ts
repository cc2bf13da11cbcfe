import { findLatestEvent } from "../../db/webhook-log.server";
import type { PartnerContext } from "../context.server";
import { requirementWords } from "../stripe/requirement-words";
import { describeMoment } from "../time";
import { isPermitted } from "./permission";

const LOCALE = "en-US";

/** How a partner's Stripe account stands, or null where it has none, or has none any more. */
export async function loadStripeAccount({ account, db, partner, member, now }: PartnerContext) {
  if (!account || account.deauthorizedAt !== null) return null;
  const latest = await findLatestEvent(db, account);
  const moment = (at: number) => describeMoment(at, now(), LOCALE);
  return {
    id: account.accountId,
    detailsSubmitted: account.detailsSubmitted,
    chargesEnabled: account.chargesEnabled,
    payoutsEnabled: account.payoutsEnabled,
    requirements: requirementWords(account.requirementsDue),
    deadline: account.requirementsDeadline === null ? null : moment(account.requirementsDeadline),
    fee: `${partner.platformFeeBps / 100} %`,
    checked: moment(account.syncedAt),
    heard: latest && { type: latest.type, at: moment(latest.lastDeliveryAt) },
    mayDisconnect: isPermitted(member.role, "connect_stripe"),
  };
}

export type StripeAccount = NonNullable<Awaited<ReturnType<typeof loadStripeAccount>>>;
