import type { Unit } from "../unit";

/** What messages to customers say. */
export const emails = (unit: Unit) => ({
  /** A line of the message as plain text. */
  line: (label: string, value: string) => `${label}: ${value}`,
  rows,
  viewPurchase: "View your purchase",
  viewBalance: "View your balance",
  buy: `Buy ${unit.other}`,
  alertsOff: (sender: string) =>
    `You get this message because alerts are on for your account. To have them off, tell ${sender}.`,
  ...payments(unit),
  ...changes(unit),
  signIn: {
    subject: (code: string) => `${code} is your sign-in code`,
    heading: "Your sign-in code",
    button: "Sign in",
    once: "The code and the link work once, for 10 minutes. If you did not ask for them, ignore this message; nobody was signed in.",
  },
  invitation: {
    subject: (sender: string) => `Your invitation to ${sender}`,
    heading: "You are invited",
    text: (sender: string) =>
      `${sender} has opened an account for you. There you see your balance, buy ${unit.other} and find your receipts.`,
    how: (address: string) =>
      `Sign in with this address, ${address}. You need no password: we send you a code each time.`,
    signIn: "Sign in",
    unexpected: "If you did not expect this, ignore this message.",
  },
});

const rows = {
  plan: "Plan",
  added: "Added",
  removed: "Removed",
  returned: "Returned",
  paid: "Amount paid",
  amount: "Amount",
  refunded: "Refunded",
  reason: "Reason",
  note: "Note",
  balance: "Balance",
  newBalance: "New balance",
  date: "Date",
  receipt: "Receipt",
  purchase: "Purchase",
};

const payments = (unit: Unit) => ({
  receipt: {
    subject: (added: string) => `Receipt: ${added} added`,
    thanks: "Thank you",
    confirmed: "Your payment was confirmed",
    added: (added: string) => `Added to your balance: ${added}.`,
    print: "Printable receipt",
  },
  paymentProcessing: {
    subject: "Your payment is being processed",
    text: `Your bank is still confirming the payment, which can take a few days. Your ${unit.other} are added as soon as it does, and you get a receipt.`,
    nothing: "There is nothing that you need to do.",
  },
  paymentFailed: {
    subject: "Your payment did not go through",
    text: `Nothing was charged and no ${unit.other} were added.`,
    retry: "Try again",
  },
  refundRecorded: {
    subject: (amount: string) => `Refund of ${amount}`,
    text: (amount: string) => `${amount} goes back to the card or account that you paid with.`,
    patience: "Banks take a few days to show it.",
    untouched: "Your balance has not changed.",
    removed: (removed: string) => `In return, your balance went down by ${removed}.`,
  },
  refundFailed: {
    subject: (amount: string) => `Your refund of ${amount} did not go through`,
    text: "The money did not reach the card or account that you paid with.",
    ask: (sender: string) => `If you still expect it, contact ${sender}.`,
    returned: (returned: string) => `What was taken from your balance for it is back: ${returned}.`,
  },
});

const changes = (unit: Unit) => ({
  creditsRemoved: {
    subject: (removed: string) => `${removed} removed from your balance`,
    text: "The payment that they were bought with was returned.",
  },
  creditsReturned: {
    subject: (added: string) => `${added} returned to your balance`,
    text: "The payment that they were bought with stands after all.",
  },
  lowCredits: {
    subject: (left: string) => `You have ${left} left`,
    text: "Your balance is running low.",
  },
  usedUp: {
    subject: `You have no ${unit.other} left`,
    text: `Anything that needs ${unit.other} stops until you have some again.`,
  },
  creditsAdded: {
    subject: (added: string) => `${added} added to your balance`,
    text: (sender: string) => `${sender} has added to your balance.`,
  },
  creditsDeducted: {
    subject: (removed: string) => `${removed} deducted from your balance`,
    text: (sender: string) => `${sender} has deducted from your balance.`,
  },
});
