import { findEmailDomain } from "../../db/email-domains.server";
import type { EmailKind } from "../../db/emails.server";
import { findPortal } from "../../db/portals.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { KINDS } from "./kinds";
import { customerLetter, type Letter } from "./letter";
import { type SendResult, sendMessage } from "./mailer.server";
import { samplesAt } from "./samples";
import { type WrittenEmail, writeEmail } from "./write-email";

/** A message with figures of nobody, as a customer of this partner would get it. Null without a portal. */
export async function previewEmail(
  { db, settings, partner, member, now }: PartnerContext,
  kind: EmailKind,
): Promise<{ letter: Letter; written: WrittenEmail } | null> {
  const [portal, domain] = await Promise.all([findPortal(db, partner.id), findEmailDomain(db, partner.id)]);
  if (!portal) return null;
  const customer = { email: member.email, locale: null };
  const letter = customerLetter(settings, { portal, partner, customer, domain });
  const content = KINDS[kind].writeSample(letter, samplesAt(now(), partner.defaultCurrency));
  return { letter, written: writeEmail(letter, content) };
}

/** Sends the preview to the member who asks, at once and each time they ask. */
export async function sendTestEmail(context: PartnerContext, kind: EmailKind): Promise<SendResult> {
  const preview = await previewEmail(context, kind);
  if (!preview) return { outcome: "failed", error: "There is no portal yet" };
  const { letter, written } = preview;
  const message = { from: letter.from, replyTo: letter.replyTo, to: letter.to, ...written };
  return sendMessage(context.settings, { ...message, subject: `Test: ${written.subject}` }, newId("email"));
}
