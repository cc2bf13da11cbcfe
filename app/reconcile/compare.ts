import type { CaseFile } from "../refunds/case";
import { type DisputeFacts, laterDispute, laterRefund, type RefundFacts } from "../refunds/reversal";
import type { Entry } from "../wallet/posting";
import { type CheckoutReport, decideSettlement, type Purchase } from "../wallet/purchase";
import type { Finding } from "./finding";

/**
 * What differs between Stripe and a wallet, from what both say. The terms are those that the wallet froze; the plan of
 * today is not known here, so whatever became of it is no difference.
 */

/** Stripe has a session of ours. `purchase` is what the wallet knows, or null when no wallet of the partner's does. */
export function compareCheckout(report: CheckoutReport, purchase: Purchase | null): Finding | null {
  if (report.payment !== "paid" && report.payment !== "not_required") return null;

  const paid = {
    id: report.sessionId,
    paymentIntentId: report.paymentIntentId,
    amountMinor: report.amountMinor,
    currency: report.currency,
    outcome: null,
  };
  // What a stranger wrote into the metadata names nobody: it is not repeated.
  const unknown: Finding = { kind: "unknown_payment", ...paid, ...NOBODY };
  if (!purchase) return unknown;

  switch (decideSettlement(purchase, report).outcome) {
    case "credit":
      return { kind: "paid_not_credited", ...paid, ...ownerOf(purchase) };
    case "quarantine":
      return { kind: "amount_differs", ...paid, ...ownerOf(purchase) };
    case "refuse":
      return unknown;
    case "already_credited":
    case "move":
    case "unchanged":
      return null;
  }
}

/** A wallet has credited a purchase. `report` is what Stripe says of its session, or null when it knows none. */
export function compareCredited(
  purchase: Purchase,
  entry: Entry | null,
  report: CheckoutReport | null,
): Finding | null {
  // What a person released was paid otherwise than agreed, and somebody has looked at it.
  const isByItself = purchase.state === "credited" && entry?.actor === "system";
  if (!isByItself || report?.payment === "paid") return null;
  return {
    kind: "credited_not_paid",
    id: purchase.checkoutSessionId ?? purchase.purchaseId,
    paymentIntentId: purchase.paymentIntentId,
    amountMinor: null,
    currency: purchase.currency,
    ...ownerOf(purchase),
    outcome: null,
  };
}

/** A refund or a dispute as Stripe describes it now. */
export type ToldReversal = { accountId: string; currency: string } & (
  | { type: "refund"; facts: RefundFacts }
  | { type: "dispute"; facts: DisputeFacts }
);

/** Money of a purchase went back, or came again. `file` is what its wallet has recorded. */
export function compareReversal(
  told: ToldReversal,
  purchase: Purchase,
  file: Pick<CaseFile, "refunds" | "disputes"> | null,
): Finding | null {
  const { paymentIntentId, amountMinor } = told.facts;
  const isOther = purchase.paymentIntentId !== null && purchase.paymentIntentId !== paymentIntentId;
  if (isOther || told.accountId !== purchase.accountId || isRecorded(told, file)) return null;
  return {
    kind: "reversal_not_recorded",
    id: told.type === "refund" ? told.facts.refundId : told.facts.disputeId,
    paymentIntentId,
    amountMinor,
    currency: told.currency,
    ...ownerOf(purchase),
    outcome: null,
  };
}

/** Whether what is told is known, or older than what is known. */
export function isRecorded(told: ToldReversal, file: Pick<CaseFile, "refunds" | "disputes"> | null): boolean {
  if (told.type === "refund") {
    const known = file?.refunds.find(({ refundId }) => refundId === told.facts.refundId);
    return known !== undefined && laterRefund(known, told.facts) === known;
  }
  const known = file?.disputes.find(({ disputeId }) => disputeId === told.facts.disputeId);
  return known !== undefined && laterDispute(known, told.facts) === known;
}

const NOBODY = { purchaseId: null, customerId: null, agreed: null };

const ownerOf = ({ purchaseId, customerId, priceMinor, currency, creditsMicros }: Purchase) => ({
  purchaseId,
  customerId,
  agreed: { priceMinor, currency, creditsMicros },
});
