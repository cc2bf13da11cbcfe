import type { EmailContent } from "../content";
import type { Letter } from "../letter";

/** The balance as it was when it fell, so that a message that is late says when it was true. */
export interface AlertFacts {
  balanceMicros: number;
  at: number;
}

/** The balance has come down to the line that was drawn for this customer. */
export function lowCreditsEmail(letter: Letter, facts: AlertFacts): EmailContent {
  const { lowCredits } = letter.texts;
  return alert(letter, facts, lowCredits.subject(letter.count(facts.balanceMicros)), lowCredits.text);
}

/** Nothing is left. */
export const usedUpEmail = (letter: Letter, facts: AlertFacts): EmailContent =>
  alert(letter, facts, letter.texts.usedUp.subject, letter.texts.usedUp.text);

const alert = (
  { texts, origin, sender, count, moment }: Letter,
  { balanceMicros, at }: AlertFacts,
  heading: string,
  text: string,
): EmailContent => ({
  subject: heading,
  heading,
  paragraphs: [text],
  rows: [
    [texts.rows.balance, count(balanceMicros)],
    [texts.rows.date, moment(at)],
  ],
  button: { label: texts.buy, href: `${origin}/credits` },
  footnote: texts.alertsOff(sender),
});
