import type { SentEmail } from "../../db/sent-emails.server";
import { describeMoment } from "../time";
import { CATALOGUE } from "./catalogue";

const LOCALE = "en-US";

/** A message as the list of messages shows it. */
export function sentRow({ email, customer }: SentEmail, now: number) {
  const { id, kind, status, attempts, error, createdAt, sentAt } = email;
  return {
    id,
    label: CATALOGUE[kind].label,
    to: email.recipient ?? customer?.email ?? "a customer who is gone",
    customerHref: customer && `/customers/${customer.id}`,
    status: statusOf(status, attempts),
    tries: attempts,
    error: status === "sent" ? null : error,
    created: describeMoment(createdAt, now, LOCALE),
    sent: sentAt === null ? null : describeMoment(sentAt, now, LOCALE),
    canSendAgain: status !== "queued",
  };
}

export type SentRow = ReturnType<typeof sentRow>;

type Status = SentEmail["email"]["status"];

function statusOf(status: Status, attempts: number) {
  if (status === "sent") return { label: "Sent", tone: "success" as const };
  if (status === "failed") return { label: "Failed", tone: "danger" as const };
  if (status === "suppressed") return { label: "Not sent", tone: "neutral" as const };
  return { label: attempts > 0 ? "Trying again" : "Waiting", tone: "warning" as const };
}
