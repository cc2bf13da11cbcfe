import type { ListedAttempt } from "../../db/attempts.server";
import { formatMoney } from "../money";
import { dashboardLink, logsLink } from "../stripe/dashboard-link";
import { describeMoment } from "../time";
import { declineReason } from "./decline-reason";

const LOCALE = "en-US";

/** A try to pay that did not go through, as the partner reads it. */
export function attemptRow({ attempt, purchase, customer }: ListedAttempt, apiBase: string, now: number) {
  // Attempts of before were kept without their payment; the purchase knows the last one.
  const paymentIntentId = attempt.paymentIntentId ?? purchase.paymentIntentId;
  return {
    key: `${customer.id} ${attempt.id}`,
    customerId: customer.id,
    customer: customer.email,
    plan: purchase.planName,
    amount: formatMoney(purchase.priceMinor, purchase.currency, LOCALE),
    reason: declineReason(attempt),
    code: attempt.declineCode ?? attempt.code,
    stripeUrl: paymentIntentId
      ? dashboardLink(apiBase, purchase, paymentIntentId)
      : logsLink(apiBase, purchase),
    date: describeMoment(attempt.at, now, LOCALE),
  };
}

export type AttemptRow = ReturnType<typeof attemptRow>;
