import type { Receipt } from "../../../db/emails.server";
import { countCredits } from "../../credits";
import { formatMoney } from "../../money";
import { formatDateTime } from "../../time";
import type { EmailContent } from "../content";
import type { Letter } from "../letter";

/** What a customer gets for each purchase: what was paid, what was added, what the balance is now. */
export function receiptEmail({ locale, origin }: Letter, { purchase, entry }: Receipt): EmailContent {
  const credits = countCredits(purchase.creditsMicros, locale);
  const url = `${origin}/purchases/${purchase.id}`;
  return {
    subject: `Receipt: ${credits} added`,
    heading: "Thank you",
    paragraphs: [`Added to your balance: ${credits}.`],
    rows: [
      ["Plan", purchase.planName],
      ["Added", credits],
      ["Amount paid", formatMoney(purchase.paidMinor ?? purchase.priceMinor, purchase.currency, locale)],
      ["New balance", countCredits(entry.balanceAfterMicros, locale)],
      ["Date", formatDateTime(entry.at, locale)],
      ["Receipt", purchase.id],
    ],
    button: { label: "View your purchase", href: url },
    link: { label: "Receipt to print", href: `${url}/receipt` },
  };
}
