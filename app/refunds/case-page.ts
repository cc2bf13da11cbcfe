import { countCredits, formatCredits } from "../credits";
import { formatMoney } from "../money";
import { describeMoment } from "../time";
import type { Purchase } from "../wallet/purchase";
import type { CaseView, DecideCaseResult } from "../wallet/results";
import type { CaseChoice, RecordedDecision } from "./case";
import { isRefunded, isWithdrawn } from "./reversal";

const LOCALE = "en-US";

const CHOICES: readonly CaseChoice[] = ["deduct", "deduct_available", "keep"];

export const isCaseChoice = (value: unknown): value is CaseChoice => CHOICES.includes(value as CaseChoice);

/** A refund case in words: what went back, what is due, and the buttons that make sense now. */
export function casePage(
  purchase: Purchase,
  { file, money, standing }: CaseView,
  balanceMicros: number,
  now: number,
) {
  const amount = (minor: number) => formatMoney(minor, purchase.currency, LOCALE);
  return {
    plan: purchase.planName,
    title: `${what(money.disputedMinor > money.refundedMinor)} of ${amount(money.refundedMinor + money.disputedMinor)} for ${purchase.planName}`,
    paid: amount(purchase.paidMinor ?? purchase.priceMinor),
    credits: countCredits(purchase.creditsMicros, LOCALE),
    reversals: [
      ...file.refunds.map((refund) => ({
        id: refund.refundId,
        label: `Refund, ${refund.status}`,
        amount: amount(refund.amountMinor),
        counts: isRefunded(refund),
      })),
      ...file.disputes.map((dispute) => ({
        id: dispute.disputeId,
        label: `Dispute, ${dispute.status.replaceAll("_", " ")}`,
        amount: amount(dispute.amountMinor),
        counts: isWithdrawn(dispute),
      })),
    ],
    due: countCredits(standing.dueMicros, LOCALE),
    dueMicros: standing.dueMicros,
    taken: countCredits(standing.takenMicros, LOCALE),
    kept: countCredits(standing.keptMicros, LOCALE),
    balance: countCredits(balanceMicros, LOCALE),
    buttons: buttons(standing.dueMicros, balanceMicros),
    note: suggestedNote(file.refunds.filter(isRefunded), file.disputes.filter(isWithdrawn)),
    decisions: file.decisions.map((decision) => decisionRow(decision, now)),
  };
}

const what = (isDispute: boolean) => (isDispute ? "Dispute" : "Refund");

const suggestedNote = (refunds: { refundId: string }[], disputes: { disputeId: string }[]): string =>
  [
    ...refunds.map(({ refundId }) => `Refund ${refundId}`),
    ...disputes.map(({ disputeId }) => `Dispute ${disputeId}`),
  ].join(", ");

function buttons(dueMicros: number, balanceMicros: number): { choice: CaseChoice; label: string }[] {
  if (dueMicros === 0) return [];
  const left = Math.max(0, balanceMicros);
  const isCovered = left >= dueMicros;
  return [
    ...(isCovered ? [{ choice: "deduct" as const, label: `Deduct ${countCredits(dueMicros, LOCALE)}` }] : []),
    ...(!isCovered && left > 0
      ? [
          {
            choice: "deduct_available" as const,
            label: `Deduct only what is left (${formatCredits(left, LOCALE)})`,
          },
        ]
      : []),
    { choice: "keep" as const, label: "Keep credits" },
  ];
}

function decisionRow({ number, choice, takenMicros, note, at }: RecordedDecision, now: number) {
  const credits = countCredits(Math.abs(takenMicros), LOCALE);
  const verb = choice === "policy" ? "by policy" : "by hand";
  return {
    number,
    text:
      takenMicros === 0
        ? `Credits kept, ${verb}`
        : `${credits} ${takenMicros > 0 ? "deducted" : "given back"}, ${verb}`,
    note,
    date: describeMoment(at, now, LOCALE),
  };
}

/** Why nothing was decided, in words; null when it was. */
export function decisionRefusal(result: DecideCaseResult): { title: string; text: string } | null {
  switch (result.outcome) {
    case "decided":
    case "repeated":
      return null;
    case "insufficient_credits":
      return {
        title: "Not enough credits",
        text: `needs ${formatCredits(result.dueMicros, LOCALE)}, available ${formatCredits(result.balanceMicros, LOCALE)}; nothing was taken`,
      };
    case "due_changed":
    case "unknown_purchase":
      return {
        title: "This case has changed",
        text: "Nothing was taken. Below is how it stands now.",
      };
    case "key_reused":
      return {
        title: "This form was sent before",
        text: "It has decided already, as the list below shows; nothing more was changed.",
      };
  }
}
