import type { CustomerPurchase } from "../../db/sales.server";
import { countCredits } from "../credits";
import type { Settings } from "../env.server";
import { formatMoney } from "../money";
import { saleStatus } from "../purchases/sale-rows";
import { paymentUrl } from "../stripe/payment-url";
import { formatDateTime, formatRelativeTime, isoTime } from "../time";

const LOCALE = "en-US";

/** A purchase as the Billing tab of its customer shows it. */
export function purchaseRow({ purchase, dueMicros }: CustomerPurchase, settings: Settings, now: number) {
  return {
    id: purchase.id,
    plan: purchase.planName,
    amount: formatMoney(purchase.paidMinor ?? purchase.priceMinor, purchase.currency, LOCALE),
    credits: countCredits(purchase.creditsMicros, LOCALE),
    status: saleStatus(purchase),
    /** Null when there is no refund or dispute. */
    refundCase:
      dueMicros === null
        ? null
        : dueMicros > 0
          ? `${countCredits(dueMicros, LOCALE)} to decide about`
          : "Decided",
    stripeUrl: purchase.paymentIntentId && paymentUrl(settings, purchase.accountId, purchase.paymentIntentId),
    date: {
      iso: isoTime(purchase.openedAt),
      relative: formatRelativeTime(purchase.openedAt, now, LOCALE),
      exact: formatDateTime(purchase.openedAt, LOCALE),
    },
  };
}

export type PurchaseRow = ReturnType<typeof purchaseRow>;

/** The end of a page as its address says it. */
export const writePurchasePosition = ({ openedAt, id }: { openedAt: number; id: string }): string =>
  `${openedAt}.${id}`;

/** Null for the first page, and for what is no position. */
export function readPurchasePosition(text: string | null): { openedAt: number; id: string } | null {
  const [, openedAt, id] = /^(\d{1,15})\.([\w-]{1,100})$/.exec(text ?? "") ?? [];
  return openedAt && id ? { openedAt: Number(openedAt), id } : null;
}
