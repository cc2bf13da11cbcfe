import { countCredits } from "../credits";
import { formatMoney } from "../money";
import { type Finding, type FindingKind, REMEDY } from "./finding";

const LOCALE = "en-US";

const TITLE: Record<FindingKind, { label: string; tone: "warning" | "danger" }> = {
  paid_not_credited: { label: "Paid, not credited", tone: "danger" },
  reversal_not_recorded: { label: "Refund or dispute not recorded", tone: "warning" },
  amount_differs: { label: "Amount differs", tone: "danger" },
  credited_not_paid: { label: "Credited, not paid", tone: "danger" },
  unknown_payment: { label: "Payment without a purchase", tone: "warning" },
};

/** A finding as a person of the partner reads it. */
export function findingRow(finding: Finding, customerEmail: string | null) {
  const { id, kind, outcome, purchaseId, customerId, paymentIntentId } = finding;
  return {
    id,
    title: TITLE[kind],
    ...words(finding),
    remedy: outcome === null ? REMEDY[kind] : ("done" as const),
    outcome,
    purchaseId,
    paymentIntentId,
    customer: customerId === null ? null : { id: customerId, email: customerEmail ?? customerId },
  };
}

export type FindingRow = ReturnType<typeof findingRow>;

/** What happened, and what can be done about it. */
function words({ kind, amountMinor, currency, agreed, id }: Finding): { text: string; next: string } {
  const amount = amountMinor === null ? "nothing" : formatMoney(amountMinor, currency, LOCALE);
  const price = agreed ? formatMoney(agreed.priceMinor, agreed.currency, LOCALE) : "nothing";
  const credits = agreed ? countCredits(agreed.creditsMicros, LOCALE) : "no credits";
  switch (kind) {
    case "paid_not_credited":
      return {
        text: `Stripe received ${amount}, as agreed, and no credits were added.`,
        next: `Repair adds ${credits}. A late report from Stripe adds nothing more.`,
      };
    case "reversal_not_recorded":
      return {
        text: `${id.startsWith("re_") ? "A refund" : "A dispute"} of ${amount} at Stripe was not recorded here.`,
        next: "Repair records it; what becomes of the credits follows your refund policy.",
      };
    case "amount_differs":
      return {
        text: `Stripe received ${amount}; agreed was ${price} for ${credits}.`,
        next: `No credits were added. Credit as agreed adds ${credits}; otherwise refund the payment in Stripe.`,
      };
    case "credited_not_paid":
      return {
        text: `${credits} for ${price} were added, and Stripe does not call the checkout paid.`,
        next: "Nothing is taken by itself. Look at the payment; what is wrong can be deducted on the customer's page.",
      };
    case "unknown_payment":
      return {
        text: `Stripe received ${amount} for a purchase that is not known here. No credits were added.`,
        next: "It was made outside of your portal or names another purchase. If a customer is owed credits, add them on the customer's page; otherwise refund it in Stripe.",
      };
  }
}
