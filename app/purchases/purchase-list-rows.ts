import { formatCredits, microsToDecimal } from "../credits";
import type { Wording } from "../i18n/wording";
import { formatMoney, minorToDecimal } from "../money";
import { describeMoment, isoTime } from "../time";
import type { Purchase } from "../wallet/purchase";
import type { PurchaseStanding } from "../wallet/results";
import { purchaseStatus } from "./purchase-status";

/** What the customer paid, or is to pay. */
export const amountOf = ({ paidMinor, priceMinor }: Purchase): number => paidMinor ?? priceMinor;

/** Only for what was credited there is a receipt. */
export const hasReceipt = ({ state }: Purchase): boolean => state === "credited";

/** Purchases as the customer's own list shows them. */
export const purchaseListRows = (standings: readonly PurchaseStanding[], now: number, wording: Wording) =>
  standings.map((standing) => {
    const { purchase } = standing;
    const { locale } = wording;
    return {
      id: purchase.purchaseId,
      plan: purchase.planName,
      amount: formatMoney(amountOf(purchase), purchase.currency, locale),
      credits: formatCredits(purchase.creditsMicros, locale),
      status: purchaseStatus(standing, wording),
      hasReceipt: hasReceipt(purchase),
      date: describeMoment(purchase.openedAt, now, locale),
    };
  });

export type PurchaseListRow = ReturnType<typeof purchaseListRows>[number];

export const purchaseFileHeaders = ({ texts }: Wording): string[] => {
  const { receipt: _, ...columns } = texts.purchases.columns;
  return Object.values(columns);
};

/** The same for a file: plain numbers, and times that a machine reads. */
export function purchaseLine(standing: PurchaseStanding, wording: Wording): string[] {
  const { purchase, money } = standing;
  const { currency } = purchase;
  return [
    purchase.planName,
    minorToDecimal(amountOf(purchase), currency),
    currency.toUpperCase(),
    microsToDecimal(purchase.creditsMicros),
    purchaseStatus(standing, wording).label,
    minorToDecimal(money.refundedMinor, currency),
    minorToDecimal(money.disputedMinor, currency),
    isoTime(purchase.openedAt),
    purchase.purchaseId,
    purchase.paymentIntentId ?? "",
  ];
}
