import type { Unit } from "../unit";

const again = (unit: Unit) => ({
  processing: {
    title: "A payment is still being confirmed",
    text: (plan: string) =>
      `You have a payment for ${plan} that is still being confirmed. Its ${unit.other} are added as soon as it is. Buy another?`,
  },
  quarantined: {
    title: "A payment is being checked",
    text: (plan: string) =>
      `You have a payment for ${plan} that is being checked. It arrived, and your provider sees it. Buy another?`,
  },
  credited: {
    title: "Your payment has arrived",
    text: (plan: string, count: string) =>
      `Your payment for ${plan} was confirmed, and ${count} went to your balance. Buy another?`,
  },
  ended: {
    title: "That purchase has ended",
    text: (plan: string) => `Your earlier purchase of ${plan} ended without ${unit.other}. Buy again?`,
  },
  see: "See how it stands",
  buy: "Buy another",
  back: "Back",
});

const wentBack = (unit: Unit) => ({
  refunded: {
    title: "Payment refunded",
    text: `Each change of your ${unit.other} is in your history.`,
  },
  partlyRefunded: "Part of the payment was refunded",
  disputed: {
    title: "Payment disputed",
    text: `Your bank took the payment back. Each change of your ${unit.other} is in your history.`,
  },
});

/** What became of a payment: whether money moved, and what comes next. */
export const outcome = (unit: Unit) => ({
  credited: {
    title: `${unit.title} added`,
    added: (count: string) => `+${count}.`,
    balance: (count: string) => `Your balance is ${count}.`,
  },
  ...wentBack(unit),
  processing: {
    title: "Payment processing",
    text: `Your bank is still confirming. ${unit.title} are added as soon as it does. This can take some days; you need not wait here, and please do not pay again.`,
  },
  failed: {
    title: "Payment didn't go through",
    text: (reason: string) =>
      `${reason} Nothing was charged. No ${unit.other} were added and you can try again.`,
  },
  expired: {
    title: "The payment page expired",
    text: `Nothing was charged and no ${unit.other} were added. You can start again.`,
  },
  quarantined: {
    title: "We are checking your payment",
    text: `Your payment arrived, but it differs from what was agreed, so no ${unit.other} were added yet. Your provider sees it and can sort it out; please do not pay again.`,
  },
  cancelled: { title: "You cancelled", text: `Nothing was charged and no ${unit.other} were added.` },
  waiting: {
    title: "Waiting for your payment",
    text: `We have not heard of a payment yet. If you have just paid, your ${unit.other} will be here in a moment; please do not pay twice.`,
  },
  looksAgain: "This page looks again by itself.",
  stopLooking: "Stop looking",
  lookAgain: "Look again",
  toPayment: "Go to the payment page",
  tryAgain: "Try again",
  receipt: "Receipt",
  history: "History",
  back: `Back to ${unit.other}`,
  plan: "Plan",
  credits: unit.title,
  price: "Price",
  purchase: "Purchase",
  proof: `From payment to ${unit.other}`,
  proofLine: (line: { amount: string; payment: string; count: string; entry: string; balance: string }) =>
    `${line.amount}, Stripe ${line.payment} → ${line.count}, entry ${line.entry}, balance ${line.balance}`,
  noPayment: "(no payment named)",
  again: again(unit),
});
