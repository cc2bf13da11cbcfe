import { formatCredits } from "../credits";
import { countOf, type Wording } from "../i18n/wording";
import { formatMoney } from "../money";
import { formatDateTime } from "../time";
import type { Entry } from "../wallet/posting";
import type { Purchase } from "../wallet/purchase";
import type { PurchaseStanding } from "../wallet/results";
import { amountOf } from "./purchase-list-rows";
import { purchaseStatus } from "./purchase-status";

interface Parties {
  portal: { title: string };
  partner: { supportEmail: string | null };
  customer: { name: string; email: string };
  wording: Wording;
}

/** A receipt in words, for paper: who sold what to whom, and the line that proves the credits. */
export function receiptSheet(
  standing: PurchaseStanding,
  entry: Entry,
  description: string,
  { portal, partner, customer, wording }: Parties,
) {
  const { purchase, money } = standing;
  const { locale } = wording;
  const amount = formatMoney(amountOf(purchase), purchase.currency, locale);
  const backMinor = money.refundedMinor + money.disputedMinor;
  return {
    number: purchase.purchaseId,
    date: formatDateTime(purchase.creditedAt ?? entry.at, locale),
    seller: { name: portal.title, email: partner.supportEmail },
    buyer: { name: customer.name, email: customer.email },
    plan: { name: purchase.planName, description },
    credits: countOf(purchase.creditsMicros, wording),
    amount,
    back: backMinor > 0 ? formatMoney(backMinor, purchase.currency, locale) : null,
    status: purchaseStatus(standing, wording),
    proof: proofLine(purchase, entry, wording),
    isTest: !purchase.livemode,
  };
}

/** From payment to credits in one line: "$49.00, Stripe pi_… → 1,000 credits, entry 57, balance 1,250". */
export function proofLine(purchase: Purchase, entry: Entry, wording: Wording): string {
  const { locale, texts } = wording;
  return texts.outcome.proofLine({
    amount: formatMoney(amountOf(purchase), purchase.currency, locale),
    payment: purchase.paymentIntentId ?? texts.outcome.noPayment,
    count: countOf(entry.amountMicros, wording),
    entry: String(entry.seq),
    balance: formatCredits(entry.balanceAfterMicros, locale),
  });
}

export type ReceiptSheet = ReturnType<typeof receiptSheet>;
