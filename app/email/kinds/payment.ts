import type { PurchaseFacts } from "../../../db/email-facts.server";
import { declineForCustomer } from "../../purchases/decline-for-customer";
import { defineKind } from "../kind";
import type { Letter } from "../letter";

/** The bank takes days to say whether it pays. */
export const paymentProcessing = defineKind({
  label: "Payment processing",
  when: "A bank takes days to confirm a payment.",
  standing: "on",
  to: "customer",
  facts: (known) => known.purchaseIn("processing"),
  sample: ({ purchase }) => ({ purchase }),
  words: (letter, { purchase }: PurchaseFacts) => {
    const { paymentProcessing, viewPurchase } = letter.texts;
    return {
      subject: paymentProcessing.subject,
      heading: paymentProcessing.subject,
      paragraphs: [paymentProcessing.text, paymentProcessing.nothing],
      rows: termsOf(letter, purchase),
      button: { label: viewPurchase, href: purchaseUrl(letter, purchase) },
    };
  },
});

/** Nothing came of a payment that was tried, and the customer is not there any more to read it. */
export const paymentFailed = defineKind({
  label: "Payment failed",
  when: "A payment came to nothing after the customer had left the page.",
  standing: "on",
  to: "customer",
  facts: (known) => known.purchaseIn("failed", "expired"),
  sample: ({ purchase }) => ({ purchase }),
  words: (letter, { purchase }: PurchaseFacts) => {
    const { paymentFailed, rows } = letter.texts;
    const reason = declineForCustomer(purchase.failureCode, letter.declines);
    return {
      subject: paymentFailed.subject,
      heading: paymentFailed.subject,
      paragraphs: [paymentFailed.text],
      rows: [...termsOf(letter, purchase), [rows.reason, reason]],
      button: { label: paymentFailed.retry, href: purchaseUrl(letter, purchase) },
    };
  },
});

type Purchase = PurchaseFacts["purchase"];

const termsOf = ({ texts, count, money }: Letter, purchase: Purchase): [string, string][] => [
  [texts.rows.plan, `${purchase.planName}, ${count(purchase.creditsMicros)}`],
  [texts.rows.amount, money(purchase.priceMinor, purchase.currency)],
];

const purchaseUrl = ({ origin }: Letter, { id }: Purchase) => `${origin}/purchases/${id}`;
