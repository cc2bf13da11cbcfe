import type { EntryFacts } from "../../../db/email-facts.server";
import type { EmailContent } from "../content";
import type { Letter } from "../letter";

/** A person of the partner has added credits. */
export function creditsAddedEmail(letter: Letter, facts: EntryFacts): EmailContent {
  const { creditsAdded, rows } = letter.texts;
  const added = letter.count(facts.entry.amountMicros);
  const heading = creditsAdded.subject(added);
  return changed(letter, facts, heading, creditsAdded.text(letter.sender), [rows.added, added]);
}

/** A person of the partner has deducted credits. */
export function creditsDeductedEmail(letter: Letter, facts: EntryFacts): EmailContent {
  const { creditsDeducted, rows } = letter.texts;
  const removed = letter.count(-facts.entry.amountMicros);
  const heading = creditsDeducted.subject(removed);
  return changed(letter, facts, heading, creditsDeducted.text(letter.sender), [rows.removed, removed]);
}

/** Credits were taken back because their payment was. */
export function creditsRemovedEmail(letter: Letter, facts: EntryFacts): EmailContent {
  const { creditsRemoved, rows } = letter.texts;
  const removed = letter.count(-facts.entry.amountMicros);
  const heading = creditsRemoved.subject(removed);
  return changed(letter, facts, heading, creditsRemoved.text, [rows.removed, removed]);
}

/** Credits that were taken back are given again, because their payment stands after all. */
export function creditsReturnedEmail(letter: Letter, facts: EntryFacts): EmailContent {
  const { creditsReturned, rows } = letter.texts;
  const returned = letter.count(facts.entry.amountMicros);
  const heading = creditsReturned.subject(returned);
  return changed(letter, facts, heading, creditsReturned.text, [rows.returned, returned]);
}

function changed(
  { texts, origin, count, moment }: Letter,
  { entry }: EntryFacts,
  heading: string,
  text: string,
  change: [label: string, value: string],
): EmailContent {
  // What we noted ourselves names Stripe's objects; the text says the same to a person.
  const isOurs = entry.actor === "system";
  const note: [string, string][] = entry.note && !isOurs ? [[texts.rows.note, entry.note]] : [];
  return {
    subject: heading,
    heading,
    paragraphs: [text],
    rows: [
      change,
      [texts.rows.newBalance, count(entry.balanceAfterMicros)],
      ...note,
      [texts.rows.date, moment(entry.at)],
    ],
    button: { label: texts.viewBalance, href: `${origin}/history` },
  };
}
