import { countCredits, formatCredits } from "../credits";
import { formatMoney } from "../money";
import { formatDateTime } from "../time";
import type { Entry } from "../wallet/posting";
import type { PurchaseStanding } from "../wallet/results";
import { amountOf } from "./purchase-list-rows";
import { purchaseStatus } from "./purchase-status";

interface Parties {
  portal: { title: string; locale: string };
  partner: { supportEmail: string | null };
  customer: { name: string; email: string };
}

/** A receipt in words, for paper: who sold what to whom, and the line that proves the credits. */
export function receiptSheet(
  standing: PurchaseStanding,
  entry: Entry,
  description: string,
  { portal, partner, customer }: Parties,
) {
  const { purchase, money } = standing;
  const { locale } = portal;
  const amount = formatMoney(amountOf(purchase), purchase.currency, locale);
  const backMinor = money.refundedMinor + money.disputedMinor;
  return {
    number: purchase.purchaseId,
    date: formatDateTime(purchase.creditedAt ?? entry.at, locale),
    seller: { name: portal.title, email: partner.supportEmail },
    buyer: { name: customer.name, email: customer.email },
    plan: { name: purchase.planName, description },
    credits: countCredits(purchase.creditsMicros, locale),
    amount,
    back: backMinor > 0 ? formatMoney(backMinor, purchase.currency, locale) : null,
    status: purchaseStatus(standing, locale),
    proof: `${amount}, Stripe ${purchase.paymentIntentId ?? "(no payment named)"} → ${countCredits(entry.amountMicros, locale)}, entry ${entry.seq}, balance ${formatCredits(entry.balanceAfterMicros, locale)}`,
    isTest: !purchase.livemode,
  };
}

export type ReceiptSheet = ReturnType<typeof receiptSheet>;
