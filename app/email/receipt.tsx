import type { Receipt } from "../../db/emails.server";
import { countCredits } from "../credits";
import { formatMoney } from "../money";
import { brandOf } from "../portals/brand";
import { formatDateTime } from "../time";
import { EmailButton, EmailLayout, EmailRows, INK, renderEmail } from "./layout";

/** What a customer gets for each purchase: what was paid, what was added, what the balance is now. */
export function receiptEmail({ purchase, entry, portal }: Receipt, portalOrigin: string) {
  const { locale } = portal;
  const credits = countCredits(purchase.creditsMicros, locale);
  const rows: [string, string][] = [
    ["Plan", purchase.planName],
    ["Added", credits],
    ["Amount paid", formatMoney(purchase.paidMinor ?? purchase.priceMinor, purchase.currency, locale)],
    ["New balance", countCredits(entry.balanceAfterMicros, locale)],
    ["Date", formatDateTime(entry.at, locale)],
    ["Receipt", purchase.id],
  ];
  const subject = `Receipt: ${credits} added`;
  const url = `${portalOrigin}/purchases/${purchase.id}`;
  const receiptUrl = `${url}/receipt`;
  const brand = brandOf(portal);
  return {
    subject,
    text: `${portal.title}\n\nThank you. Added to your balance: ${credits}.\n\n${rows.map(([label, value]) => `${label}: ${value}`).join("\n")}\n\nYour purchase: ${url}\nReceipt to print: ${receiptUrl}\n`,
    html: renderEmail(
      <EmailLayout sender={portal.title} brand={brand} preview={subject}>
        <h1 style={{ margin: "0 0 8px", fontSize: 22 }}>Thank you</h1>
        <p style={{ margin: "0 0 24px", fontSize: 15 }}>Added to your balance: {credits}.</p>
        <EmailRows rows={rows} />
        <p style={{ margin: "24px 0 0" }}>
          <EmailButton href={url} brand={brand}>
            View your purchase
          </EmailButton>
        </p>
        <p style={{ margin: "16px 0 0", fontSize: 14 }}>
          <a href={receiptUrl} style={{ color: INK }}>
            Receipt to print
          </a>
        </p>
      </EmailLayout>,
    ),
  };
}
