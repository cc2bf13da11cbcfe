import type { Unit } from "../unit";

const status = (unit: Unit) => ({
  waiting: { label: "Waiting", text: "Not paid: we have not heard of a payment yet." },
  processing: {
    label: "Processing",
    text: `Your bank is still confirming the payment. ${unit.title} are added as soon as it does.`,
  },
  credited: { label: "Credited", text: `Paid, and the ${unit.other} were added.` },
  failed: { label: "Failed", text: `The payment didn't go through. No ${unit.other} were added.` },
  expired: {
    label: "Expired",
    text: `Nobody paid in time. Nothing was charged and no ${unit.other} were added.`,
  },
  quarantined: {
    label: "Being checked",
    text: `Your payment arrived, but it differs from what was agreed. No ${unit.other} were added yet.`,
  },
  refunded: "Refunded",
  partlyRefunded: "Partially refunded",
  disputed: "Disputed",
});

const declines = {
  declined: "Your card was declined.",
  unknown: "The payment was declined.",
  insufficientFunds: "Your card or account has insufficient funds.",
  expiredCard: "Your card has expired.",
  wrongCode: "The security code of your card is incorrect.",
  wrongNumber: "Your card number is incorrect.",
  notSupported: "Your card does not support this kind of payment.",
  limitReached: "The limit of your card has been reached.",
  tryLater: "Your bank could not process the payment just now.",
  notConfirmed: "Your bank did not get your confirmation of the payment.",
  debitRefused: "Your bank did not allow the debit.",
  accountUnusable: "This bank account cannot be used.",
};

/** Purchases in a list, and how each stands. */
export const purchases = (unit: Unit) => ({
  title: "Billing",
  tabs: { credits: unit.title, purchases: "Purchases" },
  caption: "Your purchases",
  empty: "No purchases yet",
  emptyText: "What you buy will be listed here, with its receipt.",
  pages: "Pages of your purchases",
  fileName: (portal: string) => `${portal} purchases.csv`,
  columns: {
    plan: "Plan",
    amount: "Amount",
    currency: "Currency",
    credits: unit.title,
    status: "Status",
    refunded: "Refunded",
    disputed: "Disputed",
    date: "Date",
    purchase: "Purchase",
    payment: "Payment",
    receipt: "Receipt",
  },
  receiptFor: (plan: string) => `Receipt for ${plan}`,
  status: status(unit),
  declined: (reason: string) => `${reason} Nothing was charged and no ${unit.other} were added.`,
  partOf: (part: string, whole: string) => `${part} of ${whole}`,
  wentBack: (sums: string) => `${sums} went back to you.`,
  wentBackByBank: (sums: string) => `${sums} went back to you through your bank.`,
  declines,
});
