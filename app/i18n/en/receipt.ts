import type { Unit } from "../unit";

export const receipt = (unit: Unit) => ({
  title: "Receipt",
  soldBy: "Sold by",
  soldTo: "Sold to",
  number: "Receipt number",
  plan: "Plan",
  credits: unit.title,
  status: "Status",
  paid: "Amount paid",
  wentBack: "Went back",
  isTest: "Paid in Stripe’s test mode: no real money moved.",
  print: "To keep a copy, print this page or save it as PDF.",
  stripeReceipt: "Stripe’s receipt",
  purchase: "View your purchase",
  allPurchases: "All purchases",
  none: {
    title: "There is no receipt for this purchase",
    text: (plan: string) => `A receipt says which ${unit.other} were added, and for ${plan} none were.`,
  },
});
