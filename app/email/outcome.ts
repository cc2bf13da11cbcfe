import type { EmailOutcome } from "../../db/emails.server";
import type { SendResult } from "./mailer.server";

/** What a message has become that is not tried again. */
export function outcomeOf(result: SendResult, now: number): EmailOutcome {
  switch (result.outcome) {
    case "sent":
      return { status: "sent", providerId: result.providerId, error: null, sentAt: now };
    case "not_configured":
      return { status: "suppressed", error: "E-mail is not configured" };
    case "failed":
      return { status: "failed", error: result.error };
  }
}
