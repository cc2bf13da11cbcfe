import type { ListedPurchase } from "../../db/sales.server";
import { formatCredits } from "../credits";
import { formatMoney } from "../money";
import { dashboardLink } from "../stripe/dashboard-link";
import { describeMoment } from "../time";
import type { PurchaseState } from "../wallet/purchase";

const LOCALE = "en-US";

type Tone = "neutral" | "success" | "warning" | "danger";

export const SALE_STATUS: Record<PurchaseState, { label: string; tone: Tone }> = {
  created: { label: "Started", tone: "neutral" },
  open: { label: "Waiting for payment", tone: "neutral" },
  processing: { label: "Processing", tone: "warning" },
  credited: { label: "Credited", tone: "success" },
  failed: { label: "Failed", tone: "danger" },
  expired: { label: "Expired", tone: "neutral" },
  quarantined: { label: "Needs a look", tone: "danger" },
};

const RECEIPT: Record<NonNullable<ListedPurchase["receiptStatus"]>, string> = {
  queued: "On its way",
  sending: "On its way",
  sent: "Sent",
  failed: "Not sent",
  suppressed: "Not sent: e-mail not configured",
};

/** Whether the receipt of a purchase went out. */
export const receiptText = (status: ListedPurchase["receiptStatus"]): string =>
  status ? RECEIPT[status] : "–";

/** What says how a purchase stands. */
type SoldPurchase = Pick<
  ListedPurchase,
  "state" | "priceMinor" | "paidMinor" | "refundedMinor" | "disputedMinor" | "currency" | "failureMessage"
>;

type Status = { label: string; tone: Tone; reason: string | null };

/** How a purchase stands, with what went back of its money. */
export function saleStatus(purchase: SoldPurchase): Status {
  const { state, priceMinor, paidMinor, refundedMinor, disputedMinor, currency, failureMessage } = purchase;
  const returnedMinor = refundedMinor + disputedMinor;
  if (state !== "credited" || returnedMinor === 0) return { ...SALE_STATUS[state], reason: failureMessage };
  const isWhole = returnedMinor >= (paidMinor ?? priceMinor);
  return {
    label: disputedMinor > 0 ? "Disputed" : isWhole ? "Refunded" : "Partially refunded",
    tone: disputedMinor > 0 ? "danger" : "warning",
    reason: isWhole ? null : `${formatMoney(returnedMinor, currency, LOCALE)} went back`,
  };
}

type PaidPurchase = Pick<ListedPurchase, "accountId" | "livemode" | "paymentIntentId">;

/** Where the payment of a purchase is in Stripe's dashboard; null before there is one. */
export const paymentLink = (purchase: PaidPurchase, apiBase: string): string | null =>
  purchase.paymentIntentId && dashboardLink(apiBase, purchase, purchase.paymentIntentId);

/** A purchase as the partner's list shows it. */
export function saleRow(purchase: ListedPurchase, apiBase: string, now: number) {
  return {
    id: purchase.id,
    customer: purchase.customerEmail,
    customerId: purchase.customerId,
    plan: purchase.planName,
    amount: formatMoney(purchase.priceMinor, purchase.currency, LOCALE),
    credits: formatCredits(purchase.creditsMicros, LOCALE),
    status: saleStatus(purchase),
    receipt: receiptText(purchase.receiptStatus),
    stripeUrl: paymentLink(purchase, apiBase),
    date: describeMoment(purchase.openedAt, now, LOCALE),
  };
}

export type SaleRow = ReturnType<typeof saleRow>;
