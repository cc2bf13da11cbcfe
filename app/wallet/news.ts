import type { BalanceFall, CalledForEmail } from "../../db/email-queue.server";
import type { EmailKind } from "../../db/emails.server";
import { KINDS } from "../email/kinds";
import { newId } from "../ids";
import { isRefunded } from "../refunds/reversal";
import type { Entry, EntryKind } from "./posting";
import type { Purchase } from "./purchase";
import type { CaseView } from "./results";
import { namesRefund } from "./reversal-note";

type Owner = Pick<CalledForEmail, "partnerId" | "customerId">;

/** What a customer is told of a change, before it has an address. */
type Word = Pick<CalledForEmail, "kind" | "subjectId" | "details" | "createdAt">;

/** Messages that new states of purchases and new entries call for. The same news again is the same messages. */
export const calledFor = (
  owner: Owner,
  purchases: readonly { purchase: Purchase; view: CaseView | null }[],
  entries: readonly Entry[],
  now: number,
): CalledForEmail[] =>
  [
    ...purchases.flatMap(({ purchase, view }) => [
      ...ofState(purchase, now),
      ...ofMoneyBack(purchase, view, entries, now),
    ]),
    ...entries.filter((entry) => !isOfFailedRefund(purchases, entry)).flatMap(ofEntry),
  ].map((word) => addressed(owner, word));

/** The fall of the balance through these entries, when it ends lower than it once was. */
export function fallOf(owner: Owner, entries: readonly Entry[], last: Entry): BalanceFall | null {
  const heights = entries.flatMap(({ balanceAfterMicros, amountMicros }) => [
    balanceAfterMicros,
    balanceAfterMicros - amountMicros,
  ]);
  const fromMicros = Math.max(...heights);
  const balanceMicros = last.balanceAfterMicros;
  if (entries.length === 0 || fromMicros <= balanceMicros) return null;

  const isUsedUp = balanceMicros <= 0;
  const word: Word = {
    kind: isUsedUp ? "credits_used_up" : "low_credits",
    subjectId: `${owner.customerId}:${last.seq}`,
    details: { balanceMicros },
    createdAt: last.at,
  };
  return { ...addressed(owner, word), fromMicros, balanceMicros, lineMicros: isUsedUp ? 0 : null };
}

function ofState(purchase: Purchase, now: number): Word[] {
  const about = (kind: EmailKind): Word[] => [
    { kind, subjectId: purchase.purchaseId, details: {}, createdAt: now },
  ];
  if (purchase.state === "processing") return about("payment_processing");
  return isFailed(purchase) ? about("payment_failed") : [];
}

/**
 * A payment was tried and nothing comes of it: the bank said no afterwards, or a card was declined and the customer
 * went away. Whoever still has the page of Stripe before them needs no message.
 */
const isFailed = ({ state, checkoutSessionId, failureMessage }: Purchase): boolean =>
  (state === "failed" && checkoutSessionId !== null) || (state === "expired" && failureMessage !== null);

const ofMoneyBack = (
  { purchaseId }: Purchase,
  view: CaseView | null,
  entries: readonly Entry[],
  now: number,
): Word[] =>
  (view?.file.refunds ?? []).map((refund) => {
    const about = { subjectId: refund.refundId, createdAt: now };
    if (isRefunded(refund)) return { kind: "refund_recorded", ...about, details: { purchaseId } };
    const returned = entries.filter((entry) => isReturnedFor(refund, entry));
    const returnedMicros = returned.reduce((sum, { amountMicros }) => sum + amountMicros, 0);
    return { kind: "refund_failed", ...about, details: { purchaseId, returnedMicros } };
  });

/** What was given again because a refund failed stands in the message about the refund. */
const isOfFailedRefund = (purchases: readonly { view: CaseView | null }[], entry: Entry): boolean =>
  purchases
    .flatMap(({ view }) => view?.file.refunds ?? [])
    .some((refund) => !isRefunded(refund) && isReturnedFor(refund, entry));

const isReturnedFor = (refund: { refundId: string }, { kind, note }: Entry): boolean =>
  kind === "reinstate" && namesRefund(note, refund);

const OF_ENTRIES: Partial<Record<EntryKind, EmailKind>> = {
  manual_add: "credits_added",
  manual_deduct: "credits_deducted",
  refund_clawback: "credits_removed",
  dispute_clawback: "credits_removed",
  reinstate: "credits_returned",
};

function ofEntry({ kind, seq, reference, idempotencyKey, actor, at }: Entry): Word[] {
  if (kind === "purchase") return [{ kind: "receipt", subjectId: reference, details: {}, createdAt: at }];
  // What the policy took with a refund stands in the message about the refund.
  if (kind === "refund_clawback" && actor === "system") return [];
  const called = OF_ENTRIES[kind];
  return called ? [{ kind: called, subjectId: idempotencyKey, details: { seq }, createdAt: at }] : [];
}

const addressed = (owner: Owner, word: Word): CalledForEmail => ({
  id: newId("email"),
  ...owner,
  ...word,
  isOn: KINDS[word.kind].standing !== "off",
});
