import * as z from "zod";
import type { EmailContent } from "../content";
import type { Known } from "../facts.server";
import { defineKind } from "../kind";
import type { Letter } from "../letter";

/** The balance has come down to the line that was drawn for this customer. */
export const lowCredits = defineKind({
  label: "Low credits",
  when: "A balance came down to the customer's threshold; at most once a day.",
  standing: "on",
  to: "customer",
  facts: ofAlert,
  sample: ({ at }) => ({ balanceMicros: 42_500_000, at }),
  words: (letter, facts: AlertFacts) => {
    const { subject, text } = letter.texts.lowCredits;
    return alert(letter, facts, subject(letter.count(facts.balanceMicros)), text);
  },
});

/** Nothing is left. */
export const creditsUsedUp = defineKind({
  label: "Credits used up",
  when: "A balance came down to nothing; at most once a day.",
  standing: "on",
  to: "customer",
  facts: ofAlert,
  sample: ({ at }) => ({ balanceMicros: 0, at }),
  words: (letter, facts: AlertFacts) => {
    const { subject, text } = letter.texts.usedUp;
    return alert(letter, facts, subject, text);
  },
});

/** The balance as it was when it fell, so that a message that is late says when it was true. */
interface AlertFacts {
  balanceMicros: number;
  at: number;
}

const OfAlert = z.object({ balanceMicros: z.number().int() });

async function ofAlert({ details, createdAt }: Known): Promise<AlertFacts> {
  return { ...OfAlert.parse(details), at: createdAt };
}

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
