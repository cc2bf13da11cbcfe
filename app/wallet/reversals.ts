import { invariant } from "../errors";
import {
  type CaseChoice,
  type CaseFile,
  caseStanding,
  decideByHand,
  decideByPolicy,
  type RecordedDecision,
} from "../refunds/case";
import {
  type DisputeFacts,
  laterDispute,
  laterRefund,
  type RefundFacts,
  type ReversalReport,
  type ReversedMoney,
  reversedMicros,
  reversedMoney,
} from "../refunds/reversal";
import type { WalletBooks } from "./books";
import type { EntryKind } from "./posting";
import { foreignness, type Purchase } from "./purchase";
import type { CaseView, DecideCaseResult, ReversalResult } from "./results";
import { reversalNote } from "./reversal-note";

/** A person's answer to an open case. */
export interface CaseAnswer {
  purchaseId: string;
  /** The form that was sent: however often it arrives, it is one decision. */
  formId: string;
  choice: CaseChoice;
  /** What the person saw as due. */
  dueMicros: number;
  note: string;
  actor: string;
}

/**
 * Writes down what Stripe says of money that went back, and does what the partner's policy says. What is known
 * already, or older than what is known, changes nothing. Call inside a transaction.
 */
export function recordReversals(
  books: WalletBooks,
  purchase: Purchase,
  report: ReversalReport,
): ReversalResult {
  const stranger = foreignness(purchase, report) ?? otherPayment(purchase, report);
  if (stranger) return { outcome: "refused", reason: stranger };

  const { purchaseId } = purchase;
  const known = books.cases.find(purchaseId);
  const refunds = report.refunds.filter((told) => {
    const before = known?.refunds.find(({ refundId }) => refundId === told.refundId);
    return !before || laterRefund(before, told) === told;
  });
  const disputes = report.disputes.filter((told) => {
    const before = known?.disputes.find(({ disputeId }) => disputeId === told.disputeId);
    return !before || laterDispute(before, told) === told;
  });
  if (refunds.length + disputes.length === 0) {
    const dueMicros = known ? viewOf(purchase, known).standing.dueMicros : 0;
    return { outcome: "recorded", isNew: false, movedMicros: 0, dueMicros };
  }

  const now = Date.now();
  books.cases.writeCase(purchaseId, report.policy, known?.openedAt ?? now, now);
  for (const refund of refunds) books.cases.writeRefund(purchaseId, refund);
  for (const dispute of disputes) books.cases.writeDispute(purchaseId, dispute);
  const movedMicros = applyPolicy(books, purchase, refunds, disputes);
  books.write(purchase);
  const dueMicros = readCase(books, purchase)?.standing.dueMicros ?? 0;
  return { outcome: "recorded", isNew: true, movedMicros, dueMicros };
}

/** A payment that was refunded before we knew that it was made is credited and taken back in one transaction. */
export function applyKnownReversals(books: WalletBooks, purchase: Purchase): void {
  const file = books.cases.find(purchase.purchaseId);
  if (file) applyPolicy(books, purchase, file.refunds, file.disputes);
}

/** Does what a person decided about an open case, whole or not at all. Call inside a transaction. */
export function decideCase(books: WalletBooks, purchase: Purchase, answer: CaseAnswer): DecideCaseResult {
  const balanceMicros = books.balanceMicros();
  const same = books.cases.decisionByForm(answer.formId);
  if (same) {
    const isSame = same.purchaseId === purchase.purchaseId && same.choice === answer.choice;
    return isSame
      ? { outcome: "repeated", takenMicros: same.takenMicros, balanceMicros }
      : { outcome: "key_reused" };
  }

  const view = readCase(books, purchase);
  const dueMicros = view?.standing.dueMicros ?? 0;
  if (!view || dueMicros === 0 || dueMicros !== answer.dueMicros)
    return { outcome: "due_changed", dueMicros };

  const reversed = reversedCredits(purchase, view.money);
  const decision = decideByHand(answer.choice, reversed, balanceMicros, view.standing);
  if (decision.takenMicros > Math.max(0, balanceMicros)) {
    return { outcome: "insufficient_credits", dueMicros, balanceMicros };
  }
  enterDecision(books, purchase, view, { ...answer, ...decision });
  books.write(purchase);
  return { outcome: "decided", takenMicros: decision.takenMicros, balanceMicros: books.balanceMicros() };
}

export function readCase(books: WalletBooks, purchase: Purchase): CaseView | null {
  const file = books.cases.find(purchase.purchaseId);
  return file && viewOf(purchase, file);
}

function viewOf(purchase: Purchase, file: CaseFile): CaseView {
  const money = reversedMoney(purchase.paymentIntentId, file.refunds, file.disputes);
  const reversed = reversedCredits(purchase, money);
  return { file, money, standing: caseStanding(reversed, file.decisions) };
}

/** Credits that were never given are not owed either: before a purchase is credited nothing of it is due. */
const reversedCredits = (
  { state, creditsMicros, paidMinor, priceMinor }: Purchase,
  money: ReversedMoney,
): number =>
  state === "credited" ? reversedMicros({ creditsMicros, paidMinor: paidMinor ?? priceMinor }, money) : 0;

/** Answers by how much the balance changed. */
function applyPolicy(
  books: WalletBooks,
  purchase: Purchase,
  refunds: readonly RefundFacts[],
  disputes: readonly DisputeFacts[],
): number {
  const view = readCase(books, purchase);
  if (!view) return 0;

  const { policy, decisions } = view.file;
  const reversed = reversedCredits(purchase, view.money);
  const decision = decideByPolicy(policy, reversed, books.balanceMicros(), decisions);
  if (!decision) return 0;
  enterDecision(books, purchase, view, {
    ...decision,
    choice: "policy",
    formId: null,
    actor: "system",
    note: reversalNote(refunds, disputes),
  });
  return -decision.takenMicros;
}

function enterDecision(
  books: WalletBooks,
  purchase: Purchase,
  { file, money }: CaseView,
  decision: Omit<RecordedDecision, "number" | "at">,
): void {
  const { purchaseId } = purchase;
  const number = file.decisions.length + 1;
  books.cases.insertDecision(purchaseId, { ...decision, number, at: Date.now() });
  if (decision.takenMicros === 0) return;

  const isForDispute = money.disputedMinor > money.refundedMinor;
  const taking: EntryKind = isForDispute ? "dispute_clawback" : "refund_clawback";
  const posting = {
    idempotencyKey: `reversal:${purchaseId}:${number}`,
    kind: decision.takenMicros > 0 ? taking : ("reinstate" as const),
    amountMicros: -decision.takenMicros,
    reference: purchaseId,
    actor: decision.actor,
    note: decision.note,
  };
  const posted = books.decide(posting, "may_overdraw");
  invariant(posted.outcome === "post", `${posting.idempotencyKey} could not be posted: ${posted.outcome}`);
  books.enter(posted.entry);
  books.tell(purchaseId, posted.entry.seq);
}

function otherPayment(purchase: Purchase, { paymentIntentId }: ReversalReport): string | null {
  if (purchase.paymentIntentId === null || purchase.paymentIntentId === paymentIntentId) return null;
  return `payment ${paymentIntentId} is not the one that paid this purchase`;
}
