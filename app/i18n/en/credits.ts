import type { Unit } from "../unit";

/** The page with the balance and the plans, and a plan's card. */
export const credits = (unit: Unit) => ({
  balance: "Current Balance",
  used: "Total Used",
  usedHint: "by usage; deductions do not count",
  lastChange: "Last change",
  enough: "Enough for",
  minutes: { one: "minute", other: "minutes", many: "minutes" },
  about: (minutes: string) => `about ${minutes}`,
  underAMinute: "less than a minute",
  rate: (count: string) => `at ${count} a minute`,
  owed: (count: string) => `You owe ${count}`,
  owedText: `A payment was returned after its ${unit.other} had been used. Your next purchase repays them first.`,
  low: {
    title: `Your ${unit.other} are running low`,
    text: (count: string) => `You have ${count} left. Buy more in time, so that nothing stops.`,
  },
  usedUp: {
    title: `Your ${unit.other} are used up`,
    text: "What uses them stands still until you buy more.",
  },
  buy: `Buy ${unit.other}`,
  paused: { title: "Purchases are paused", text: "Your balance is safe. Please try again later." },
  popular: "Popular",
  purchase: "Purchase",
  purchaseOf: (plan: string) => `Purchase ${plan}`,
  perCredit: (price: string) => `${price} per ${unit.one}`,
  saving: (percent: string) => `${percent} less`,
  noPlans: "No plans are available right now",
  noPlansHelp: (email: string) => `Questions? Write to ${email}`,
  latest: "Latest changes",
  allHistory: "All history",
});
