import type { EmailKind } from "../../db/emails.server";
import { type PagePosition, readPagePosition, writePagePosition } from "../page-position";
import { KINDS } from "./kinds";

export const SENT_PATH = "/settings/emails/sent";

/** What the list of messages shows: all, those that failed and can be sent again, or one kind. */
export type ShownEmails = "failed" | EmailKind | null;

/** A page of the list, as its address says it. */
export interface SentPage {
  show: ShownEmails;
  from: PagePosition | null;
}

export const SHOWN_EMAILS: { value: ShownEmails; label: string }[] = [
  { value: null, label: "All e-mails" },
  { value: "failed", label: "Failed, can be sent again" },
  ...(Object.keys(KINDS) as EmailKind[]).map((value) => ({ value, label: KINDS[value].label })),
];

/** Whatever names nothing shows everything. */
export const readSentPage = (params: URLSearchParams): SentPage => ({
  show: SHOWN_EMAILS.find(({ value }) => value === params.get("show"))?.value ?? null,
  from: readPagePosition(params.get("from")),
});

export function sentPath({ show, from }: SentPage): string {
  const params = new URLSearchParams({
    ...(show && { show }),
    ...(from && { from: writePagePosition(from.at, from.id) }),
  });
  return params.size > 0 ? `${SENT_PATH}?${params}` : SENT_PATH;
}
