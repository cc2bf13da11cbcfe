import { type EmailDomain, findEmailDomain } from "../../db/email-domains.server";
import { noteSignInEmail, writeEmailOutcome } from "../../db/emails.server";
import type { Context } from "../context.server";
import { signInWords } from "../email/kinds/sign-in";
import type { Letter } from "../email/letter";
import { type SendResult, sendMessage } from "../email/mailer.server";
import { outcomeOf } from "../email/outcome";
import { writeEmail } from "../email/write-email";
import { newId } from "../ids";
import { logWarning } from "../log";
import type { Realm } from "./realm";

/** A site on which people sign in, and how it writes to them. */
export interface SignInSite {
  realm: Realm;
  /** Whose portal it is; null on the platform. */
  partnerId: string | null;
  letterTo: (email: string, domain: EmailDomain | null) => Letter;
}

interface SignInMessage {
  to: string;
  /** The challenge's. */
  id: string;
  code: string;
  link: string;
  /** The partner that lets the address in. Null where nobody does, and nobody is to get it. */
  welcomedBy: string | null;
}

const ANSWER_FIRST_MS = 20;

/**
 * Sends a code and a link, after the answer. The message is written for an address that gets none too: how busy we
 * are afterwards says nothing about who is a customer. Its row is written beside the sending, which waits for nothing.
 */
export async function sendSignInEmail(
  { db, settings, now }: Pick<Context, "db" | "settings" | "now">,
  site: SignInSite,
  { to, id, code, link, welcomedBy }: SignInMessage,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ANSWER_FIRST_MS));
  const domain = site.partnerId === null ? null : await findEmailDomain(db, site.partnerId);
  const kind = site.partnerId === null ? "member_sign_in" : "sign_in";
  const letter = site.letterTo(to, domain);
  const written = writeEmail(letter, signInWords(letter, { code, token: link }));
  const message = { from: letter.from, replyTo: letter.replyTo, to, ...written };

  const emailId = newId("email");
  const note = { id: emailId, kind, challengeId: id, recipient: to, at: now() } as const;
  const [result] = await Promise.all([
    welcomedBy === null ? NOBODY : sendMessage(settings, message, id),
    noteSignInEmail(db, welcomedBy, note),
  ]);
  const outcome = outcomeOf(withoutSecrets(result, [code, link]), now());
  await writeEmailOutcome(db, welcomedBy ?? "", emailId, outcome);
  if (outcome.error) logWarning("sign_in_email_not_sent", { error: outcome.error });
}

/** As if it had been sent: that costs the same statement, which finds no row. */
const NOBODY: SendResult = { outcome: "sent", providerId: "" };

/** A provider may quote what it turns down: of several lines the first is its own. */
function withoutSecrets(result: SendResult, secrets: readonly string[]): SendResult {
  if (result.outcome !== "failed") return result;
  const [own = ""] = result.error.split("\n", 1);
  return { outcome: "failed", error: secrets.reduce((text, secret) => text.replaceAll(secret, "…"), own) };
}
