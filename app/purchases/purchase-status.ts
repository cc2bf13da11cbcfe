import { formatMoney } from "../money";
import type { PurchaseState } from "../wallet/purchase";
import type { PurchaseStanding } from "../wallet/results";

export interface PurchaseStatus {
  label: string;
  tone: "neutral" | "success" | "warning" | "danger";
  /** Whether money moved, and whether credits did. */
  text: string;
}

const STATUS: Record<PurchaseState, PurchaseStatus> = {
  created: { label: "Waiting", tone: "neutral", text: "Not paid: we have not heard of a payment yet." },
  open: { label: "Waiting", tone: "neutral", text: "Not paid: we have not heard of a payment yet." },
  processing: {
    label: "Processing",
    tone: "warning",
    text: "Your bank is still confirming the payment. Credits are added as soon as it does.",
  },
  credited: { label: "Credited", tone: "success", text: "Paid, and the credits were added." },
  failed: { label: "Failed", tone: "danger", text: "The payment didn't go through. No credits were added." },
  expired: {
    label: "Expired",
    tone: "neutral",
    text: "Nobody paid in time. Nothing was charged and no credits were added.",
  },
  quarantined: {
    label: "Being checked",
    tone: "warning",
    text: "Your payment arrived, but it differs from what was agreed. No credits were added yet.",
  },
};

/** How a purchase stands, in words for the customer who made it. */
export function purchaseStatus({ purchase, money }: PurchaseStanding, locale: string): PurchaseStatus {
  const { state, failureMessage, currency } = purchase;
  const backMinor = money.refundedMinor + money.disputedMinor;
  if (backMinor === 0) {
    const isDeclined = state === "open" && failureMessage !== null;
    return isDeclined
      ? { ...STATUS[state], text: `${failureMessage} Nothing was charged and no credits were added.` }
      : STATUS[state];
  }

  const paidMinor = purchase.paidMinor ?? purchase.priceMinor;
  const isWhole = backMinor >= paidMinor;
  const amount = (minor: number) => formatMoney(minor, currency, locale);
  const sums = isWhole ? amount(backMinor) : `${amount(backMinor)} of ${amount(paidMinor)}`;
  return money.disputedMinor > 0
    ? { label: "Disputed", tone: "warning", text: `${sums} went back to you through your bank.` }
    : {
        label: isWhole ? "Refunded" : "Partially refunded",
        tone: "neutral",
        text: `${sums} went back to you.`,
      };
}
