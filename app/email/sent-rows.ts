import type { EmailKind } from "../../db/emails.server";
import type { SentEmail } from "../../db/sent-emails.server";
import { describeMoment, MINUTE_MS } from "../time";
import { CATALOGUE } from "./catalogue";

const LOCALE = "en-US";

/** A message as the list of messages shows it. */
export function sentRow(email: SentEmail, now: number) {
  const { id, kind, status, attempts, error, createdAt, sentAt } = email;
  const customerId = email.customerEmail === null ? email.signedInId : email.customerId;
  const instead = INSTEAD[kind] ?? null;
  return {
    id,
    label: CATALOGUE[kind].label,
    to: email.recipient ?? email.customerEmail ?? "a customer who is gone",
    customerHref: customerId && `/customers/${customerId}`,
    status: statusOf(email, now),
    tries: attempts,
    error: status === "sent" ? null : error,
    created: describeMoment(createdAt, now, LOCALE),
    sent: sentAt === null ? null : describeMoment(sentAt, now, LOCALE),
    canSendAgain: status !== "queued" && instead === null,
    instead,
  };
}

export type SentRow = ReturnType<typeof sentRow>;

/** What to do where a message cannot be sent again, because nobody kept what it said. */
const INSTEAD: Partial<Record<EmailKind, string>> = {
  sign_in: "The customer asks for a new code at sign-in",
  member_sign_in: "They ask for a new code at sign-in",
};

type Standing = Pick<SentEmail, "status" | "attempts" | "createdAt">;

function statusOf({ status, attempts, createdAt }: Standing, now: number) {
  if (status === "sent") return { label: "Sent", tone: "success" as const };
  if (status === "failed") return { label: "Failed", tone: "danger" as const };
  if (status === "suppressed") return { label: "Not sent", tone: "neutral" as const };
  if (status === "sending") {
    const isCutOff = now - createdAt > MINUTE_MS;
    return { label: isCutOff ? "Not known" : "Sending", tone: "warning" as const };
  }
  return { label: attempts > 0 ? "Trying again" : "Waiting", tone: "warning" as const };
}
