import type { Database } from "../../db/client.server";
import { type Email, findCorrespondents } from "../../db/emails.server";
import type { Settings } from "../env.server";
import { knownOf } from "./facts.server";
import { KINDS } from "./kinds";
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
  if (!letter) return { outcome: "without_subject" };
  const content = await KINDS[email.kind].write(letter, knownOf(db, email));
  if (!content) return { outcome: "overtaken" };
  return { outcome: "composed", letter, written: writeEmail(letter, content) };
}

async function openLetter(db: Database, settings: Settings, email: Email): Promise<Letter | null> {
  if (email.recipient !== null) return platformLetter(settings, email.recipient);
  const found = await findCorrespondents(db, email.partnerId, email.customerId);
  if (!found?.portal || !found.customer) return null;
  const { portal, partner, customer, domain } = found;
  return customerLetter(settings, { portal, partner, customer, domain });
}
