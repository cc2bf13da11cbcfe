import { formatCredits } from "../credits";
import { counted, countOf, unitOf, type Wording } from "../i18n/wording";

interface Customer {
  aiCreditsEnabled: boolean;
  creditsPerMinuteMicros: number | null;
  lowThresholdMicros: number | null;
}

interface Balance {
  balanceMicros: number;
  usedMicros: number;
  updatedAt: number | null;
}

/** The balance in words, and what follows from it for this customer. */
export const creditStanding = (balance: Balance, customer: Customer, wording: Wording) => ({
  balance: formatCredits(balance.balanceMicros, wording.locale),
  unit: unitOf(balance.balanceMicros, wording),
  used: formatCredits(balance.usedMicros, wording.locale),
  owed: balance.balanceMicros < 0 ? countOf(-balance.balanceMicros, wording) : null,
  enough: enoughFor(balance.balanceMicros, customer, wording),
  alarm: alarmOf(balance, customer, wording),
});

/** About how many minutes are left at this customer's rate, rounded down; null without a rate or without credits. */
function enoughFor(balanceMicros: number, { creditsPerMinuteMicros: rate }: Customer, wording: Wording) {
  if (rate === null || rate === 0 || balanceMicros <= 0) return null;
  const texts = wording.texts.credits;
  const minutes = (balanceMicros - (balanceMicros % rate)) / rate;
  return {
    value: minutes === 0 ? texts.underAMinute : texts.about(counted(minutes, texts.minutes, wording)),
    hint: texts.rate(countOf(rate, wording)),
  };
}

/**
 * What stands above the page: used up, or running low. The partner may switch the e-mails off that warn of it; what is
 * on the page is there either way. Who never had credits has not used them up, and who owes some is told that instead.
 */
function alarmOf({ balanceMicros, updatedAt }: Balance, customer: Customer, wording: Wording) {
  const { low, usedUp } = wording.texts.credits;
  const isSilent = !customer.aiCreditsEnabled || updatedAt === null || balanceMicros < 0;
  if (isSilent) return null;
  if (balanceMicros === 0) return { title: usedUp.title, text: usedUp.text };
  const isLow = customer.lowThresholdMicros !== null && balanceMicros <= customer.lowThresholdMicros;
  return isLow ? { title: low.title, text: low.text(countOf(balanceMicros, wording)) } : null;
}
