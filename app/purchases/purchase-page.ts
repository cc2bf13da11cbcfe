import { countCredits } from "../credits";
import type { Entry } from "../wallet/posting";
import type { Purchase } from "../wallet/purchase";

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
}

const QUIET = { resumeUrl: null, mayTryAgain: false, isWaiting: false };

/** What a customer reads about a purchase: what happened, whether money moved, and what comes next. */
export function purchasePage(
  purchase: Purchase,
  entry: Entry | null,
  cameBackByCancel: boolean,
  locale: string,
): PurchasePage {
  switch (purchase.state) {
    case "credited": {
      const added = countCredits(purchase.creditsMicros, locale);
      const balance = entry ? countCredits(entry.balanceAfterMicros, locale) : null;
      return {
        ...QUIET,
        tone: "success",
        title: "Credits added",
        text: `+${added}.${balance ? ` Your balance is ${balance}.` : ""}`,
      };
    }
    case "processing":
      return {
        ...QUIET,
        tone: "pending",
        title: "Payment processing",
        text: "Your bank is still confirming. Credits are added as soon as it does.",
        isWaiting: true,
      };
    case "failed":
      return failed(purchase.failureMessage, null);
    case "expired":
      return {
        ...QUIET,
        tone: "neutral",
        title: "The payment page expired",
        text: "Nothing was charged and no credits were added. You can start again.",
        mayTryAgain: true,
      };
    case "quarantined":
      return {
        ...QUIET,
        tone: "pending",
        title: "We are checking your payment",
        text: "Your payment arrived, but it differs from what was agreed, so no credits were added yet. Your provider sees it and can sort it out; please do not pay again.",
      };
    case "created":
    case "open":
      return unfinished(purchase, cameBackByCancel);
  }
}

function unfinished(purchase: Purchase, cameBackByCancel: boolean): PurchasePage {
  if (purchase.failureMessage !== null) return failed(purchase.failureMessage, purchase.checkoutUrl);
  if (cameBackByCancel) {
    return {
      ...QUIET,
      tone: "neutral",
      title: "You cancelled",
      text: "Nothing was charged and no credits were added.",
      resumeUrl: purchase.checkoutUrl,
      mayTryAgain: purchase.checkoutUrl === null,
    };
  }
  return {
    ...QUIET,
    tone: "pending",
    title: "Waiting for your payment",
    text: "We have not heard of a payment yet. If you have just paid, your credits will be here in a moment; please do not pay twice.",
    resumeUrl: purchase.checkoutUrl,
    isWaiting: true,
  };
}

function failed(reason: string | null, resumeUrl: string | null): PurchasePage {
  return {
    ...QUIET,
    tone: "failure",
    title: "Payment didn't go through",
    text: `${reason ?? "The payment was declined."} No credits were added and you can try again.`,
    resumeUrl,
    mayTryAgain: resumeUrl === null,
  };
}
