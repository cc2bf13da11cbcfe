import type { ListedAttempt } from "../../db/attempts.server";
import { formatMoney } from "../money";
import { dashboardLink, logsLink } from "../stripe/dashboard-link";
import { describeMoment } from "../time";
import { declineReason } from "./decline-reason";

const LOCALE = "en-US";

/** A try to pay that did not go through, as the partner reads it. */
export function attemptRow(attempt: ListedAttempt, apiBase: string, now: number) {
  // Attempts of before were kept without their payment; the purchase knows the last one.
  const paymentIntentId = attempt.paymentIntentId ?? attempt.purchasePaymentIntentId;
  return {
    key: `${attempt.customerId} ${attempt.id}`,
    customerId: attempt.customerId,
    customer: attempt.customerEmail,
    plan: attempt.planName,
    amount: formatMoney(attempt.priceMinor, attempt.currency, LOCALE),
    reason: declineReason(attempt),
    code: attempt.declineCode ?? attempt.code,
    stripeUrl: paymentIntentId
      ? dashboardLink(apiBase, attempt, paymentIntentId)
      : logsLink(apiBase, attempt),
    date: describeMoment(attempt.at, now, LOCALE),
  };
}

export type AttemptRow = ReturnType<typeof attemptRow>;
