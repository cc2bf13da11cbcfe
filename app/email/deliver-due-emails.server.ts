import type { Database } from "../../db/client.server";
import { type Email, type EmailOutcome, takeDueEmails, writeEmailOutcome } from "../../db/emails.server";
import type { Settings } from "../env.server";
import { describeError, logError } from "../log";
import { HOUR_MS, MINUTE_MS } from "../time";
import { type ComposedEmail, composeEmail } from "./compose-email.server";
import { type SendResult, sendMessage } from "./mailer.server";
import { outcomeOf } from "./outcome";

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

async function deliver(db: Database, settings: Settings, email: Email): Promise<EmailOutcome> {
  const result = await attempt(db, settings, email);
  switch (result.outcome) {
    case "without_subject":
      return { status: "failed", error: "What it is about is not there" };
    case "overtaken":
      return { status: "suppressed", error: "It was not so any more" };
    case "failed":
      if (email.attempts >= MAX_ATTEMPTS) return outcomeOf(result, Date.now());
      return { error: result.error, nextAttemptAt: Date.now() + retryDelay(email.attempts) };
    default:
      return outcomeOf(result, Date.now());
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
