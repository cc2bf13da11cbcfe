import * as z from "zod";
import type { RefundFacts } from "../../../db/email-facts.server";
import { isRefunded } from "../../refunds/reversal";
import type { EmailContent } from "../content";
import type { Known } from "../facts.server";
import { defineKind } from "../kind";
import type { Letter } from "../letter";
import type { Samples } from "../samples";

/** Money goes back, and what that means for the balance so far. */
export const refundRecorded = defineKind({
  label: "Refund",
  when: "Money of a purchase goes back.",
  standing: "always",
  to: "customer",
  facts: async (known) => {
    const facts = await known.refund();
    return facts && isRefunded(facts.refund) ? facts : null;
  },
  sample: (samples) => ({ ...sampleRefund(samples, "succeeded"), takenMicros: 1_000_000_000 }),
  words: (letter, facts: RefundFacts) => {
    const { refundRecorded } = letter.texts;
    const amount = letter.money(facts.refund.amountMinor, facts.purchase.currency);
    return aboutRefund(letter, facts, refundRecorded.subject(amount), [
      `${refundRecorded.text(amount)} ${refundRecorded.patience}`,
      facts.takenMicros > 0
        ? refundRecorded.removed(letter.count(facts.takenMicros))
        : refundRecorded.untouched,
    ]);
  },
});

interface FailedRefundFacts extends RefundFacts {
  /** The credits that were taken for it and are given again. */
  returnedMicros: number;
}

const OfFailure = z.object({ returnedMicros: z.number().int() });

/** Money that was said to go back does not, and what had been taken for it is there again. */
export const refundFailed = defineKind({
  label: "Refund failed",
  when: "A refund that your customer was told of does not arrive: their bank turned it down, or it was canceled.",
  standing: "always",
  to: "customer",
  facts: ofFailure,
  sample: (samples) => ({ ...sampleRefund(samples, "failed"), returnedMicros: 1_000_000_000 }),
  words: (letter, facts: FailedRefundFacts) => {
    const { refundFailed, refundRecorded } = letter.texts;
    const amount = letter.money(facts.refund.amountMinor, facts.purchase.currency);
    return aboutRefund(letter, facts, refundFailed.subject(amount), [
      `${refundFailed.text} ${refundFailed.ask(letter.sender)}`,
      facts.returnedMicros > 0
        ? refundFailed.returned(letter.count(facts.returnedMicros))
        : refundRecorded.untouched,
    ]);
  },
});

/** Whoever never heard that the money goes back need not hear that it does not. */
async function ofFailure(known: Known): Promise<FailedRefundFacts | null> {
  const facts = await known.refund();
  if (!facts || isRefunded(facts.refund) || !(await known.wasTold(facts))) return null;
  return { ...facts, ...OfFailure.parse(known.details) };
}

const aboutRefund = (
  { texts, origin, count, money }: Letter,
  { purchase, balanceMicros }: RefundFacts,
  heading: string,
  paragraphs: string[],
): EmailContent => ({
  subject: heading,
  heading,
  paragraphs,
  rows: [
    [texts.rows.plan, purchase.planName],
    [texts.rows.paid, money(purchase.paidMinor ?? purchase.priceMinor, purchase.currency)],
    [texts.rows.refunded, money(purchase.refundedMinor, purchase.currency)],
    [texts.rows.balance, count(balanceMicros)],
    [texts.rows.purchase, purchase.id],
  ],
  button: { label: texts.viewPurchase, href: `${origin}/purchases/${purchase.id}` },
});

const sampleRefund = ({ purchase }: Samples, status: "succeeded" | "failed"): RefundFacts => ({
  purchase: { ...purchase, refundedMinor: status === "failed" ? 0 : purchase.priceMinor },
  refund: { refundId: "", paymentIntentId: "", amountMinor: purchase.priceMinor, status },
  takenMicros: 0,
  balanceMicros: status === "failed" ? 1_250_000_000 : 250_000_000,
});
