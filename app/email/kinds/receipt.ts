import type { Receipt } from "../../../db/email-facts.server";
import type { EmailContent } from "../content";
import type { Letter } from "../letter";

/** What a customer gets for each purchase: what was paid, what was added, what the balance is now. */
export function receiptEmail(
  { texts, origin, count, money, moment }: Letter,
  { purchase, entry, wasProcessing }: Receipt,
): EmailContent {
  const { receipt, rows } = texts;
  const added = count(purchase.creditsMicros);
  const url = `${origin}/purchases/${purchase.id}`;
  return {
    subject: receipt.subject(added),
    heading: wasProcessing ? receipt.confirmed : receipt.thanks,
    paragraphs: [receipt.added(added)],
    rows: [
      [rows.plan, purchase.planName],
      [rows.added, added],
      [rows.paid, money(purchase.paidMinor ?? purchase.priceMinor, purchase.currency)],
      [rows.newBalance, count(entry.balanceAfterMicros)],
      [rows.date, moment(entry.at)],
      [rows.receipt, purchase.id],
    ],
    button: { label: texts.viewPurchase, href: url },
    link: { label: receipt.print, href: `${url}/receipt` },
  };
}
