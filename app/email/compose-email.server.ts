import * as z from "zod";
import type { Database } from "../../db/client.server";
import { type Email, type EmailKind, findCorrespondents, findReceipt } from "../../db/emails.server";
import type { Settings } from "../env.server";
import { type Facts, wordEmail } from "./kinds";
import { customerLetter, type Letter, platformLetter } from "./letter";
import { type WrittenEmail, writeEmail } from "./write-email";

export type ComposedEmail =
  | { outcome: "composed"; letter: Letter; written: WrittenEmail }
  /** What the message is about is gone, so there is nothing to say. */
  | { outcome: "without_subject" };

const MemberInvitation = z.object({ partnerName: z.string(), invitedBy: z.string() });

/** Where each kind finds what it must know. Null says that its subject is gone. */
const FACTS: { [Kind in EmailKind]: (db: Database, email: Email) => Promise<Facts[Kind] | null> } = {
  receipt: (db, email) => findReceipt(db, email.partnerId, email.subjectId),
  invitation: async () => ({}),
  member_invitation: async (_, { details }) => MemberInvitation.parse(details),
};

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
  if (!facts) return { outcome: "without_subject" };
  return { outcome: "composed", letter, written: writeEmail(letter, wordEmail(kind, letter, facts)) };
}

async function openLetter(db: Database, settings: Settings, email: Email): Promise<Letter | null> {
  if (email.recipient !== null) return platformLetter(settings, email.recipient);
  const found = await findCorrespondents(db, email.partnerId, email.customerId);
  if (!found?.portal || !found.customer) return null;
  const { portal, partner, customer } = found;
  return customerLetter(settings, { portal, partner, customer });
}
