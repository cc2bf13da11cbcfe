/** What is agreed when a customer clicks Purchase. Copied, so a later edit of the plan changes nothing here. */
export interface PurchaseTerms {
  purchaseId: string;
  partnerId: string;
  customerId: string;
  planId: string;
  planVersion: number;
  planName: string;
  creditsMicros: number;
  priceMinor: number;
  currency: string;
  /** The platform's share of the price, taken by Stripe as an application fee. */
  platformFeeMinor: number;
  /** The partner's Stripe account that must receive the payment. */
  accountId: string;
  livemode: boolean;
}

/**
 * `created` → `open` (Stripe has a page for it) → `credited`, perhaps by way of `processing` (a bank takes days).
 * `failed`, `expired` and `quarantined` end without credits. "Paid but not credited" does not exist: both are
 * written in one transaction.
 */
export type PurchaseState =
  | "created"
  | "open"
  | "processing"
  | "credited"
  | "failed"
  | "expired"
  | "quarantined";

export interface PaymentFailure {
  code: string;
  message: string;
}

export interface Purchase extends PurchaseTerms {
  state: PurchaseState;
  checkoutSessionId: string | null;
  checkoutUrl: string | null;
  paymentIntentId: string | null;
  /** What was paid, in minor units, or null before that. It equals the price, or a person has released the purchase. */
  paidMinor: number | null;
  failureCode: string | null;
  failureMessage: string | null;
  openedAt: number;
  creditedAt: number | null;
  /** Counted up at each change, so that an older copy never overwrites a newer one. */
  revision: number;
}

/** What Stripe says of a checkout session, in the words that a wallet decides by. */
export interface CheckoutReport {
  purchaseId: string;
  accountId: string;
  livemode: boolean;
  sessionId: string;
  amountMinor: number;
  currency: string;
  paymentIntentId: string | null;
  payment: "open" | "processing" | "paid" | "not_required" | "failed" | "expired";
  failure: PaymentFailure | null;
}

/** What Stripe says of one try to pay that did not go through. */
export interface AttemptReport {
  purchaseId: string;
  accountId: string;
  livemode: boolean;
  /** Stripe's id of the declined charge: the same try is written once, however often it is told. */
  attemptId: string;
  paymentIntentId: string;
  /** What the bank said, or null when it was not the bank that turned the payment down. */
  declineCode: string | null;
  failure: PaymentFailure;
}

/** One try to pay that did not go through, as it is kept. */
export interface PaymentAttempt extends PaymentFailure {
  attemptId: string;
  purchaseId: string;
  /** Null where it was not kept, and where Stripe opened no page to pay on. */
  declineCode: string | null;
  /** Null likewise. */
  paymentIntentId: string | null;
  at: number;
}

export type SettlementDecision =
  | { outcome: "credit" }
  | { outcome: "already_credited" }
  | { outcome: "move"; to: "open" | "processing" | "failed" | "expired" }
  | { outcome: "unchanged" }
  /** This purchase was paid in another way than agreed: a person decides, nothing is credited. */
  | { outcome: "quarantine"; reason: string }
  /** The report is not about this purchase, whatever it claims; the purchase stays as it is. */
  | { outcome: "refuse"; reason: string };

/**
 * Compares what Stripe says with what was agreed. The wallet's own purchase is the only evidence of the terms:
 * metadata led here, but anyone with a connected account can have Stripe sign any metadata.
 */
export function decideSettlement(purchase: Purchase, report: CheckoutReport): SettlementDecision {
  const stranger = foreignness(purchase, report) ?? otherSession(purchase, report);
  if (stranger) return { outcome: "refuse", reason: stranger };
  if (purchase.state === "credited") return { outcome: "already_credited" };
  if (purchase.state === "quarantined")
    return { outcome: "quarantine", reason: purchase.failureMessage ?? "" };

  switch (report.payment) {
    case "paid": {
      const difference = differenceFromTerms(purchase, report);
      return difference ? { outcome: "quarantine", reason: difference } : { outcome: "credit" };
    }
    case "not_required":
      return { outcome: "quarantine", reason: "Stripe completed the checkout without a payment" };
    case "processing":
      return isWaiting(purchase.state) ? { outcome: "move", to: "processing" } : { outcome: "unchanged" };
    case "failed":
      return isWaiting(purchase.state) || purchase.state === "processing"
        ? { outcome: "move", to: "failed" }
        : { outcome: "unchanged" };
    case "expired":
      return isWaiting(purchase.state) ? { outcome: "move", to: "expired" } : { outcome: "unchanged" };
    case "open":
      return isWaiting(purchase.state) && hasNewFailure(purchase, report)
        ? { outcome: "move", to: "open" }
        : { outcome: "unchanged" };
  }
}

const isWaiting = (state: PurchaseState): boolean => state === "created" || state === "open";

const hasNewFailure = (purchase: Purchase, { failure }: CheckoutReport): boolean =>
  failure !== null && (failure.code !== purchase.failureCode || failure.message !== purchase.failureMessage);

/** Why an event cannot be about this purchase, or null. */
export function foreignness(
  purchase: Purchase,
  report: Pick<CheckoutReport, "accountId" | "livemode">,
): string | null {
  if (report.accountId !== purchase.accountId) {
    // Partners read this of events on their own accounts, and may have named another's purchase: not its account too.
    return `the event is of account ${report.accountId || "(platform)"}, the purchase of another`;
  }
  if (report.livemode !== purchase.livemode) {
    return report.livemode ? "a live event for a test purchase" : "a test event for a live purchase";
  }
  return null;
}

function otherSession(purchase: Purchase, report: CheckoutReport): string | null {
  // The session is bound by the first report when we died between creating it and writing it down.
  if (purchase.checkoutSessionId !== null && report.sessionId !== purchase.checkoutSessionId) {
    return `session ${report.sessionId} is not the one that this purchase opened`;
  }
  return null;
}

function differenceFromTerms(purchase: Purchase, report: CheckoutReport): string | null {
  if (report.currency !== purchase.currency) {
    return `paid in ${report.currency}, agreed was ${purchase.currency}`;
  }
  if (report.amountMinor !== purchase.priceMinor) {
    return `paid ${report.amountMinor}, expected ${purchase.priceMinor}`;
  }
  return null;
}

/** Whether two openings with the same click mean the same thing. The id and the fee are ours, not the click's. */
export function isSameIntent(purchase: PurchaseTerms, terms: PurchaseTerms): boolean {
  return purchase.planId === terms.planId && purchase.customerId === terms.customerId;
}

/** The one idempotency key under which a purchase is credited, whoever reports the payment. */
export const purchaseKey = (purchaseId: string): string => `purchase:${purchaseId}`;

/** What a report teaches a purchase: its session, when it did not know it yet, its payment and what was paid. */
export const bindTo = (purchase: Purchase, report: CheckoutReport): Purchase => ({
  ...purchase,
  checkoutSessionId: purchase.checkoutSessionId ?? report.sessionId,
  paymentIntentId: report.paymentIntentId ?? purchase.paymentIntentId,
  paidMinor: report.payment === "paid" ? report.amountMinor : purchase.paidMinor,
});
