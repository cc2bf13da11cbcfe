import type { Database } from "../../db/client.server";
import { type Email, findReceipt, takeDueEmails, writeEmailOutcome } from "../../db/emails.server";
import type { Settings } from "../env.server";
import { portalOrigin } from "../portals/site";
import { HOUR_MS, MINUTE_MS } from "../time";
import { sendMessage } from "./mailer.server";
import { receiptEmail } from "./receipt";

const MESSAGES_A_RUN = 20;
const MAX_ATTEMPTS = 10;

/** Sends what is queued and due. Called by a wallet right after a sale and by the cron for what did not go out. */
export async function deliverDueEmails(db: Database, settings: Settings): Promise<void> {
  const now = Date.now();
  const due = await takeDueEmails(db, now, now + MINUTE_MS, MESSAGES_A_RUN);
  for (const email of due) {
    await writeEmailOutcome(db, email.partnerId, email.id, await deliver(db, settings, email));
  }
}

async function deliver(db: Database, settings: Settings, email: Email) {
  const receipt = await findReceipt(db, email.partnerId, email.subjectId);
  if (!receipt) return { status: "failed" as const, error: "There is no such purchase" };

  const { portal, partner, customer } = receipt;
  const message = {
    from: { name: portal.title, email: settings.EMAIL_FROM },
    replyTo: partner.supportEmail,
    to: customer.email,
    ...receiptEmail(receipt, portalOrigin(settings, portal)),
  };
  const result = await sendMessage(settings, message, email.id);
  switch (result.outcome) {
    case "sent":
      return { status: "sent" as const, providerId: result.providerId, error: null, sentAt: Date.now() };
    case "not_configured":
      return { status: "suppressed" as const, error: "E-mail is not configured" };
    case "failed":
      return email.attempts >= MAX_ATTEMPTS
        ? { status: "failed" as const, error: result.error }
        : { error: result.error, nextAttemptAt: Date.now() + retryDelay(email.attempts) };
  }
}

/** 1, 2, 4 … minutes, at most six hours. */
const retryDelay = (attempts: number) => Math.min(6 * HOUR_MS, MINUTE_MS * 2 ** (attempts - 1));
