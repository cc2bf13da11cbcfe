import * as z from "zod";
import type { Settings } from "../env.server";

export interface Message {
  from: { name: string; email: string };
  replyTo: string | null;
  to: string;
  subject: string;
  html: string;
  text: string;
}

export type SendResult =
  | { outcome: "sent"; providerId: string }
  | { outcome: "failed"; error: string }
  | { outcome: "not_configured" };

const Accepted = z.object({ id: z.string() });
const TIMEOUT_MS = 10_000;

/**
 * Hands a message to the e-mail provider (Resend's HTTP API, the only call we make of it). The same key within a
 * day is one message, so a send whose answer got lost may be repeated. Never throws.
 */
export async function sendMessage(settings: Settings, message: Message, key: string): Promise<SendResult> {
  if (!settings.EMAIL_API_KEY) return { outcome: "not_configured" };
  try {
    const response = await fetch(`${settings.EMAIL_API_BASE}/emails`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${settings.EMAIL_API_KEY}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify({
        from: `${quoteName(message.from.name)} <${message.from.email}>`,
        to: [message.to],
        subject: message.subject,
        html: message.html,
        text: message.text,
        ...(message.replyTo ? { reply_to: message.replyTo } : {}),
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      return { outcome: "failed", error: `${response.status} ${(await response.text()).slice(0, 300)}` };
    }
    return { outcome: "sent", providerId: Accepted.parse(await response.json()).id };
  } catch (error) {
    return { outcome: "failed", error: String(error) };
  }
}

/** A display name cannot end the header or hide another address in it. */
const quoteName = (name: string) => `"${name.replace(/[\r\n"\\<>]/g, " ").trim()}"`;
