import type { ErrorName } from "./errors";

/** What a sender asks to have sent, with one recipient and several written the same way. */
export interface Email {
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  reply_to: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
}

export type ParsedEmail = { email: Email } | { error: ErrorName; message: string };

const MOST_RECIPIENTS = 50;
const ADDRESS = /^(?:[^<>]*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/;

/** Reads the body of a request and turns down what the provider would turn down. */
export function parseEmail(body: unknown): ParsedEmail {
  const fields = isRecord(body) ? body : {};
  const missing = ["from", "to", "subject"].find((name) => !fields[name]);
  if (missing) return { error: "missing_required_field", message: `Missing \`${missing}\` field.` };
  if (!fields.html && !fields.text) {
    return { error: "missing_required_field", message: "Missing `html` or `text` field." };
  }

  const wrong = Object.entries(SHAPES).find(([name, fits]) => fields[name] != null && !fits(fields[name]));
  if (wrong) return { error: "validation_error", message: `Invalid \`${wrong[0]}\` field.` };

  return { email: asEmail(fields as unknown as Sent) };
}

/** `Ana <Ana@Acme.test>` and `ana@acme.test` are the same mailbox. */
export function addressOf(mailbox: string): string {
  const [, named, bare] = ADDRESS.exec(mailbox.trim()) ?? [];
  return (named ?? bare ?? mailbox).toLowerCase();
}

/** A body that has passed `SHAPES`. */
interface Sent extends Pick<Email, "from" | "subject"> {
  to: string | string[];
  cc?: string | string[] | null;
  bcc?: string | string[] | null;
  reply_to?: string | string[] | null;
  html?: string | null;
  text?: string | null;
  headers?: Record<string, string> | null;
  tags?: { name: string; value: string }[] | null;
}

function asEmail(sent: Sent): Email {
  return {
    from: sent.from,
    to: [sent.to].flat(),
    cc: [sent.cc ?? []].flat(),
    bcc: [sent.bcc ?? []].flat(),
    reply_to: [sent.reply_to ?? []].flat(),
    subject: sent.subject,
    html: sent.html ?? null,
    text: sent.text ?? null,
    headers: sent.headers ?? {},
    tags: sent.tags ?? [],
  };
}

const isString = (value: unknown): value is string => typeof value === "string";
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isMailbox = (value: unknown) => isString(value) && ADDRESS.test(value.trim());
const isMailboxes = (value: unknown) => {
  const mailboxes = [value].flat();
  return mailboxes.length <= MOST_RECIPIENTS && mailboxes.every(isMailbox);
};
// The provider takes only these characters in a tag, and refuses the whole message for any other.
const isTagText = (value: unknown) => isString(value) && /^[\w-]{1,256}$/.test(value);

const SHAPES: Record<keyof Email, (value: unknown) => boolean> = {
  from: isMailbox,
  to: isMailboxes,
  cc: isMailboxes,
  bcc: isMailboxes,
  reply_to: isMailboxes,
  subject: isString,
  html: isString,
  text: isString,
  headers: (value) => isRecord(value) && Object.values(value).every(isString),
  tags: (value) =>
    Array.isArray(value) &&
    value.every((tag) => isRecord(tag) && isTagText(tag.name) && isTagText(tag.value)),
};
