import type { ListedPurchase } from "../../db/sales.server";
import { countCredits } from "../credits";
import { formatMoney } from "../money";
import { paymentLink, receiptText, saleStatus } from "../purchases/sale-rows";
import { describeMoment } from "../time";

const LOCALE = "en-US";

/** A purchase as the Billing tab of its customer shows it. */
export function purchaseRow(purchase: ListedPurchase, apiBase: string, now: number) {
  const { caseDueMicros } = purchase;
  return {
    id: purchase.id,
    plan: purchase.planName,
    amount: formatMoney(purchase.paidMinor ?? purchase.priceMinor, purchase.currency, LOCALE),
    credits: countCredits(purchase.creditsMicros, LOCALE),
    status: saleStatus(purchase),
    /** Null when there is no refund or dispute. */
    refundCase:
      caseDueMicros === null
        ? null
        : caseDueMicros > 0
          ? `${countCredits(caseDueMicros, LOCALE)} to decide about`
          : "Decided",
    receipt: receiptText(purchase.receiptStatus),
    stripeUrl: paymentLink(purchase, apiBase),
    date: describeMoment(purchase.openedAt, now, LOCALE),
  };
}

export type PurchaseRow = ReturnType<typeof purchaseRow>;
