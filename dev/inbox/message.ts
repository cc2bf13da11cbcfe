import type { Email } from "./email";

/** A message as people and tests read it. */
export interface Message extends Email {
  id: string;
  links: string[];
  /** The six digits of a sign-in message. */
  code: string | null;
  received_at: string;
}

/** A message as the inbox keeps it. */
export type Stored = { id: string; email: string; received_at_ms: number };

export function readMessage({ id, email, received_at_ms }: Stored): Message {
  const sent = JSON.parse(email) as Email;
  return {
    id,
    ...sent,
    links: findLinks(sent),
    code: findCode(sent),
    received_at: new Date(received_at_ms).toISOString(),
  };
}

export function findLinks({ html, text }: Pick<Email, "html" | "text">): string[] {
  const inHtml = [...(html ?? "").matchAll(/<a\s[^>]*?href\s*=\s*["']([^"']+)["']/gi)].map(([, link]) =>
    unescapeHtml(link!),
  );
  const inText = [...(text ?? "").matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) =>
    link.replace(/[.,;:!?)\]]+$/, ""),
  );
  return [...new Set([...inHtml, ...inText])].filter((link) => /^https?:\/\//.test(link));
}

/** Read from what a person sees: a colour in the HTML or an id in a link is six digits too. */
export function findCode({ subject, html, text }: Pick<Email, "subject" | "html" | "text">): string | null {
  const words = `${subject}\n${text ?? visibleText(html ?? "")}`.replace(/https?:\/\/\S+/g, "");
  return /(?<![\w.,#-])\d{6}(?![\w,-]|\.\d)/.exec(words)?.[0] ?? null;
}

const visibleText = (html: string) =>
  unescapeHtml(html.replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " "));

const unescapeHtml = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => ENTITIES[name] ?? "");

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };
