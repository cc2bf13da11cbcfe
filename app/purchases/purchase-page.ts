import { countOf, type Wording } from "../i18n/wording";
import type { Entry } from "../wallet/posting";
import type { Purchase } from "../wallet/purchase";
import type { PurchaseStanding } from "../wallet/results";
import { declineForCustomer } from "./decline-for-customer";
import { moneyBack } from "./purchase-status";

export interface PurchasePage {
  tone: "success" | "pending" | "failure" | "neutral";
  title: string;
  text: string;
  /** Where to go on paying, when Stripe's page is still open. */
  resumeUrl: string | null;
  /** Whether another try at the same plan makes sense. */
  mayTryAgain: boolean;
  /** Whether the page should look again by itself. */
  isWaiting: boolean;
  /** Whether what became of the credits is told by the history. */
  showsHistory: boolean;
}

const QUIET = { resumeUrl: null, mayTryAgain: false, isWaiting: false, showsHistory: false };

/** What a customer reads about a purchase: what happened, whether money moved, and what comes next. */
export function purchasePage(
  standing: PurchaseStanding,
  entry: Entry | null,
  cameBackByCancel: boolean,
  wording: Wording,
): PurchasePage {
  const { purchase } = standing;
  const texts = wording.texts.outcome;
  switch (purchase.state) {
    case "credited":
      return wentBack(standing, wording) ?? credited(purchase, entry, wording);
    case "processing":
      return { ...QUIET, tone: "pending", ...texts.processing, isWaiting: true };
    case "failed":
      return failed(purchase, null, wording);
    case "expired":
      return { ...QUIET, tone: "neutral", ...texts.expired, mayTryAgain: true };
    case "quarantined":
      return wentBack(standing, wording) ?? { ...QUIET, tone: "pending", ...texts.quarantined };
    case "created":
    case "open":
      return unfinished(purchase, cameBackByCancel, wording);
  }
}

function credited(purchase: Purchase, entry: Entry | null, wording: Wording): PurchasePage {
  const { title, added, balance } = wording.texts.outcome.credited;
  const sentences = [added(countOf(purchase.creditsMicros, wording))];
  if (entry) sentences.push(balance(countOf(entry.balanceAfterMicros, wording)));
  return { ...QUIET, tone: "success", title, text: sentences.join(" ") };
}

/** Null when the partner or the bank gave nothing back. */
function wentBack(standing: PurchaseStanding, wording: Wording): PurchasePage | null {
  const { disputed, refunded, partlyRefunded } = wording.texts.outcome;
  const back = moneyBack(standing, wording);
  if (!back) return null;
  const { title, text } = back.isDisputed
    ? disputed
    : back.isWhole
      ? refunded
      : { ...refunded, title: partlyRefunded };
  return { ...QUIET, tone: "neutral", title, text: `${back.text} ${text}`, showsHistory: true };
}

function unfinished(purchase: Purchase, cameBackByCancel: boolean, wording: Wording): PurchasePage {
  const { checkoutUrl } = purchase;
  const texts = wording.texts.outcome;
  if (purchase.failureMessage !== null) return failed(purchase, checkoutUrl, wording);
  if (cameBackByCancel) {
    return {
      ...QUIET,
      tone: "neutral",
      ...texts.cancelled,
      resumeUrl: checkoutUrl,
      mayTryAgain: checkoutUrl === null,
    };
  }
  return { ...QUIET, tone: "pending", ...texts.waiting, resumeUrl: checkoutUrl, isWaiting: true };
}

function failed(purchase: Purchase, resumeUrl: string | null, wording: Wording): PurchasePage {
  const { title, text } = wording.texts.outcome.failed;
  const { declines } = wording.texts.purchases;
  return {
    ...QUIET,
    tone: "failure",
    title,
    text: text(declineForCustomer(purchase.failureCode, declines)),
    resumeUrl,
    mayTryAgain: resumeUrl === null,
  };
}
