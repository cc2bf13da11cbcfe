import type { EntryFacts } from "../../../db/email-facts.server";
import type { EmailContent } from "../content";
import type { Known } from "../facts.server";
import { defineKind } from "../kind";
import type { Letter } from "../letter";

const ofEntry = (known: Known) => known.entry();

/** Credits were taken back because their payment was. */
export const creditsRemoved = defineKind({
  label: "Credits removed",
  when: "Credits were taken back because their payment was.",
  standing: "always",
  to: "customer",
  facts: ofEntry,
  sample: ({ entry }) => ({ entry: entry(-1_000_000_000, "Refunded as agreed") }),
  words: (letter, facts: EntryFacts) => {
    const { creditsRemoved, rows } = letter.texts;
    return changed(letter, facts, rows.removed, creditsRemoved);
  },
});

/** Credits that were taken back are given again, because their payment stands after all. */
export const creditsReturned = defineKind({
  label: "Credits returned",
  when: "Credits that were taken back are given again, because a dispute was won.",
  standing: "on",
  to: "customer",
  facts: ofEntry,
  sample: ({ entry }) => ({ entry: entry(1_000_000_000, "As agreed") }),
  words: (letter, facts: EntryFacts) => {
    const { creditsReturned, rows } = letter.texts;
    return changed(letter, facts, rows.returned, creditsReturned);
  },
});

/** A person of the partner has added credits. */
export const creditsAdded = defineKind({
  label: "Credits added by hand",
  when: "One of you added credits.",
  standing: "off",
  to: "customer",
  facts: ofEntry,
  sample: ({ entry }) => ({ entry: entry(50_000_000, "A gift for the delay") }),
  words: (letter, facts: EntryFacts) => {
    const { creditsAdded, rows } = letter.texts;
    const text = creditsAdded.text(letter.sender);
    return changed(letter, facts, rows.added, { ...creditsAdded, text });
  },
});

/** A person of the partner has deducted credits. */
export const creditsDeducted = defineKind({
  label: "Credits deducted by hand",
  when: "One of you deducted credits.",
  standing: "off",
  to: "customer",
  facts: ofEntry,
  sample: ({ entry }) => ({ entry: entry(-12_500_000, "Correction of last week") }),
  words: (letter, facts: EntryFacts) => {
    const { creditsDeducted, rows } = letter.texts;
    const text = creditsDeducted.text(letter.sender);
    return changed(letter, facts, rows.removed, { ...creditsDeducted, text });
  },
});

function changed(
  { texts, origin, count, moment }: Letter,
  { entry }: EntryFacts,
  label: string,
  said: { subject: (change: string) => string; text: string },
): EmailContent {
  const change = count(Math.abs(entry.amountMicros));
  const heading = said.subject(change);
  // What we noted ourselves names Stripe's objects; the text says the same to a person.
  const isOurs = entry.actor === "system";
  const note: [string, string][] = entry.note && !isOurs ? [[texts.rows.note, entry.note]] : [];
  return {
    subject: heading,
    heading,
    paragraphs: [said.text],
    rows: [
      [label, change],
      [texts.rows.newBalance, count(entry.balanceAfterMicros)],
      ...note,
      [texts.rows.date, moment(entry.at)],
    ],
    button: { label: texts.viewBalance, href: `${origin}/history` },
  };
}
