import type { Texts } from "../i18n/texts";
import type { Wording } from "../i18n/wording";
import { formatMoney } from "../money";
import type { PurchaseState } from "../wallet/purchase";
import type { PurchaseStanding } from "../wallet/results";
import { declineForCustomer } from "./decline-for-customer";

export interface PurchaseStatus {
  label: string;
  tone: "neutral" | "success" | "warning" | "danger";
  /** Whether money moved, and whether credits did. */
  text: string;
}

type Known = Exclude<keyof Texts["purchases"]["status"], "refunded" | "partlyRefunded" | "disputed">;

const STATUS: Record<PurchaseState, { words: Known; tone: PurchaseStatus["tone"] }> = {
  created: { words: "waiting", tone: "neutral" },
  open: { words: "waiting", tone: "neutral" },
  processing: { words: "processing", tone: "warning" },
  credited: { words: "credited", tone: "success" },
  failed: { words: "failed", tone: "danger" },
  expired: { words: "expired", tone: "neutral" },
  quarantined: { words: "quarantined", tone: "warning" },
};

/** How a purchase stands, in words for the customer who made it. */
export function purchaseStatus(standing: PurchaseStanding, wording: Wording): PurchaseStatus {
  const { purchase } = standing;
  const { state, failureCode, failureMessage } = purchase;
  const texts = wording.texts.purchases;
  const back = moneyBack(standing, wording);
  if (back?.isDisputed) return { label: texts.status.disputed, tone: "warning", text: back.text };
  if (back) {
    const label = back.isWhole ? texts.status.refunded : texts.status.partlyRefunded;
    return { label, tone: "neutral", text: back.text };
  }
  // Its page says that the payment didn't go through, and so does the list, though it may be tried again there.
  if (state === "open" && failureMessage !== null) {
    const text = texts.declined(declineForCustomer(failureCode, texts.declines));
    return { label: texts.status.failed.label, tone: STATUS.failed.tone, text };
  }
  const { words, tone } = STATUS[state];
  return { ...texts.status[words], tone };
}

/** What went back of a payment, or null when nothing did. */
export function moneyBack({ purchase, money }: PurchaseStanding, { locale, texts }: Wording) {
  const backMinor = money.refundedMinor + money.disputedMinor;
  if (backMinor === 0) return null;
  const paidMinor = purchase.paidMinor ?? purchase.priceMinor;
  const isWhole = backMinor >= paidMinor;
  const isDisputed = money.disputedMinor > 0;
  const amount = (minor: number) => formatMoney(minor, purchase.currency, locale);
  const { partOf, wentBack, wentBackByBank } = texts.purchases;
  const sums = isWhole ? amount(backMinor) : partOf(amount(backMinor), amount(paidMinor));
  return { isWhole, isDisputed, text: isDisputed ? wentBackByBank(sums) : wentBack(sums) };
}
