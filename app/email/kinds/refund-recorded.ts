import type { RefundFacts } from "../../../db/email-facts.server";
import { defineKind } from "../kind";

/** Money goes back, and what that means for the balance so far. */
export const refundRecorded = defineKind({
  label: "Refund",
  when: "Money of a purchase goes back.",
  standing: "always",
  to: "customer",
  facts: (known) => known.refund(),
  sample: ({ purchase }) => ({
    purchase,
    refundedMinor: purchase.priceMinor,
    takenMicros: 1_000_000_000,
    balanceMicros: 250_000_000,
  }),
  words: (
    { texts, origin, count, money },
    { purchase, refundedMinor, takenMicros, balanceMicros }: RefundFacts,
  ) => {
    const { refundRecorded, rows } = texts;
    const amount = money(refundedMinor, purchase.currency);
    return {
      subject: refundRecorded.subject(amount),
      heading: refundRecorded.subject(amount),
      paragraphs: [
        `${refundRecorded.text(amount)} ${refundRecorded.patience}`,
        takenMicros > 0 ? refundRecorded.removed(count(takenMicros)) : refundRecorded.untouched,
      ],
      rows: [
        [rows.plan, purchase.planName],
        [rows.paid, money(purchase.paidMinor ?? purchase.priceMinor, purchase.currency)],
        [rows.refunded, money(purchase.refundedMinor, purchase.currency)],
        [rows.balance, count(balanceMicros)],
        [rows.purchase, purchase.id],
      ],
      button: { label: texts.viewPurchase, href: `${origin}/purchases/${purchase.id}` },
    };
  },
});
