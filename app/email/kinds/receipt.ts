import type { Receipt } from "../../../db/email-facts.server";
import { defineKind } from "../kind";

/** What a customer gets for each purchase: what was paid, what was added, what the balance is now. */
export const receipt = defineKind({
  label: "Receipt",
  when: "Credits were bought and added.",
  standing: "always",
  to: "customer",
  facts: (known) => known.receipt(),
  sample: ({ purchase, entry }) => ({
    purchase,
    entry: entry(1_000_000_000, purchase.planName),
    wasProcessing: false,
  }),
  words: ({ texts, origin, count, money, moment }, { purchase, entry, wasProcessing }: Receipt) => {
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
  },
});
