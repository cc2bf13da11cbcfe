import type { RefundFacts } from "../../../db/email-facts.server";
import type { EmailContent } from "../content";
import type { Letter } from "../letter";

/** Money goes back, and what that means for the balance so far. */
export function refundRecordedEmail(
  { texts, origin, count, money }: Letter,
  { purchase, refundedMinor, takenMicros, balanceMicros }: RefundFacts,
): EmailContent {
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
}
