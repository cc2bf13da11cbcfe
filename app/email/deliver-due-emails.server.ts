import type { Database } from "../../db/client.server";
import { type Email, takeDueEmails, writeEmailOutcome } from "../../db/emails.server";
import type { Settings } from "../env.server";
import { describeError, logError } from "../log";
import { HOUR_MS, MINUTE_MS } from "../time";
import { type ComposedEmail, composeEmail } from "./compose-email.server";
import { type SendResult, sendMessage } from "./mailer.server";

const MESSAGES_A_RUN = 20;
const MAX_ATTEMPTS = 10;

/** Sends what is queued and due. Called by whoever queued something and by the cron for what did not go out. */
export async function deliverDueEmails(db: Database, settings: Settings): Promise<void> {
  const now = Date.now();
  const due = await takeDueEmails(db, now, now + MINUTE_MS, MESSAGES_A_RUN);
  for (const email of due) {
    await writeEmailOutcome(db, email.partnerId, email.id, await deliver(db, settings, email));
  }
}

async function deliver(db: Database, settings: Settings, email: Email) {
  const result = await attempt(db, settings, email);
  switch (result.outcome) {
    case "sent":
      return { status: "sent" as const, providerId: result.providerId, error: null, sentAt: Date.now() };
    case "not_configured":
      return { status: "suppressed" as const, error: "E-mail is not configured" };
    case "without_subject":
      return { status: "failed" as const, error: "What it is about is not there" };
    case "overtaken":
      return { status: "suppressed" as const, error: "It was not so any more" };
    case "failed":
      return email.attempts >= MAX_ATTEMPTS
        ? { status: "failed" as const, error: result.error }
        : { error: result.error, nextAttemptAt: Date.now() + retryDelay(email.attempts) };
  }
}

/** A message that cannot be made must not keep the ones behind it from going out. */
async function attempt(
  db: Database,
  settings: Settings,
  email: Email,
): Promise<SendResult | Exclude<ComposedEmail, { outcome: "composed" }>> {
  try {
    const composed = await composeEmail(db, settings, email);
    if (composed.outcome !== "composed") return composed;
    const { letter, written } = composed;
    const { from, replyTo, to } = letter;
    return await sendMessage(settings, { from, replyTo, to, ...written }, sendKey(email));
  } catch (error) {
    logError("email_not_composed", { error });
    return { outcome: "failed", error: describeError(error) };
  }
}

/** 1, 2, 4 … minutes, at most six hours. */
const retryDelay = (attempts: number) => Math.min(6 * HOUR_MS, MINUTE_MS * 2 ** (attempts - 1));

/** What was sent again on purpose is no repetition to the provider. */
const sendKey = ({ id, resends }: Email) => (resends > 0 ? `${id}:${resends}` : id);
