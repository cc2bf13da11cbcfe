import type { Database } from "../../db/client.server";
import { type Email, type EmailKind, findCorrespondents } from "../../db/emails.server";
import type { Settings } from "../env.server";
import { FACTS } from "./facts.server";
import { wordEmail } from "./kinds";
import { customerLetter, type Letter, platformLetter } from "./letter";
import { type WrittenEmail, writeEmail } from "./write-email";

export type ComposedEmail =
  | { outcome: "composed"; letter: Letter; written: WrittenEmail }
  /** Whom or what it is about is gone. */
  | { outcome: "without_subject" }
  /** What it would say is not so any more. */
  | { outcome: "overtaken" };

/** Makes a queued message of what is so now, and not when it was queued. */
export async function composeEmail(db: Database, settings: Settings, email: Email): Promise<ComposedEmail> {
  const letter = await openLetter(db, settings, email);
  return letter ? compose(db, email.kind, email, letter) : { outcome: "without_subject" };
}

async function compose<Kind extends EmailKind>(
  db: Database,
  kind: Kind,
  email: Email,
  letter: Letter,
): Promise<ComposedEmail> {
  const facts = await FACTS[kind](db, email);
  if (!facts) return { outcome: "overtaken" };
  return { outcome: "composed", letter, written: writeEmail(letter, wordEmail(kind, letter, facts)) };
}

async function openLetter(db: Database, settings: Settings, email: Email): Promise<Letter | null> {
  if (email.recipient !== null) return platformLetter(settings, email.recipient);
  const found = await findCorrespondents(db, email.partnerId, email.customerId);
  if (!found?.portal || !found.customer) return null;
  const { portal, partner, customer, domain } = found;
  return customerLetter(settings, { portal, partner, customer, domain });
}
