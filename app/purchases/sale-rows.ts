import type { RecentPurchase } from "../../db/sales.server";
import { formatCredits } from "../credits";
import { formatMoney } from "../money";
import { formatDateTime, formatRelativeTime, isoTime } from "../time";
import type { PurchaseState } from "../wallet/purchase";

const LOCALE = "en-US";

const STATUS: Record<PurchaseState, { label: string; tone: "neutral" | "success" | "warning" | "danger" }> = {
  created: { label: "Started", tone: "neutral" },
  open: { label: "Waiting for payment", tone: "neutral" },
  processing: { label: "Processing", tone: "warning" },
  credited: { label: "Credited", tone: "success" },
  failed: { label: "Failed", tone: "danger" },
  expired: { label: "Expired", tone: "neutral" },
  quarantined: { label: "Needs a look", tone: "danger" },
};

const RECEIPT = {
  queued: "On its way",
  sent: "Sent",
  failed: "Not sent",
  suppressed: "Not sent: e-mail not configured",
};

/** A purchase as the partner's list shows it. */
export function saleRow({ purchase, customer, receiptStatus }: RecentPurchase, now: number) {
  return {
    id: purchase.id,
    customer: customer.email,
    plan: purchase.planName,
    amount: formatMoney(purchase.priceMinor, purchase.currency, LOCALE),
    credits: formatCredits(purchase.creditsMicros, LOCALE),
    status: { ...STATUS[purchase.state], reason: purchase.failureMessage },
    receipt: receiptStatus ? RECEIPT[receiptStatus] : "–",
    date: {
      iso: isoTime(purchase.openedAt),
      relative: formatRelativeTime(purchase.openedAt, now, LOCALE),
      exact: formatDateTime(purchase.openedAt, LOCALE),
    },
  };
}

export type SaleRow = ReturnType<typeof saleRow>;
