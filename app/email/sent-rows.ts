import type { SentEmail } from "../../db/sent-emails.server";
import { describeMoment, MINUTE_MS } from "../time";
import { KINDS } from "./kinds";
import { SENT_PATH } from "./sent-filter";

const LOCALE = "en-US";

/** A message as the list of messages shows it. */
export function sentRow(email: SentEmail, now: number) {
  const { id, kind, status, attempts, error, createdAt, sentAt } = email;
  const customerId = email.customerEmail === null ? email.signedInId : email.customerId;
  const { label, instead = null } = KINDS[kind];
  return {
    id,
    label,
    to: email.recipient ?? email.customerEmail ?? "a customer who is gone",
    customerHref: customerId && `/customers/${customerId}`,
    status: statusOf(email, now),
    tries: attempts,
    error: status === "sent" ? null : error,
    created: describeMoment(createdAt, now, LOCALE),
    sent: sentAt === null ? null : describeMoment(sentAt, now, LOCALE),
    againPath: status !== "queued" && instead === null ? `${SENT_PATH}/${id}/again` : null,
    instead,
  };
}

export type SentRow = ReturnType<typeof sentRow>;

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
