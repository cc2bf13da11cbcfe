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
const Refused = z.object({ message: z.string() });
const TIMEOUT_MS = 10_000;

/** Whether anything is configured that sends in the platform's name. */
export const canSend = (settings: Settings): boolean =>
  settings.EMAIL_PROVIDER === "cloudflare" || settings.EMAIL_API_KEY !== "";

/**
 * Hands a message to whoever is configured to send it. Cloudflare knows the platform's address alone, so what comes
 * from a partner's own domain goes by Resend where it has a key, and else from the platform's address. Never throws.
 */
export async function sendMessage(settings: Settings, message: Message, key: string): Promise<SendResult> {
  const isOwnDomain = message.from.email !== settings.EMAIL_FROM;
  try {
    if (
      settings.EMAIL_PROVIDER === "cloudflare" &&
      settings.EMAIL &&
      !(isOwnDomain && settings.EMAIL_API_KEY)
    ) {
      return await sendByCloudflare(settings.EMAIL, isOwnDomain ? asPlatform(settings, message) : message);
    }
    return settings.EMAIL_API_KEY
      ? await sendByResend(settings, message, key)
      : { outcome: "not_configured" };
  } catch (error) {
    return { outcome: "failed", error: String(error) };
  }
}

/** The same message from the platform's address; answers still reach the partner. */
const asPlatform = ({ EMAIL_FROM }: Settings, message: Message): Message => ({
  ...message,
  from: { ...message.from, email: EMAIL_FROM },
  replyTo: message.replyTo ?? message.from.email,
});

/** The binding takes no key: a send whose answer got lost goes out twice. */
async function sendByCloudflare(
  binding: SendEmail,
  { from, replyTo, ...message }: Message,
): Promise<SendResult> {
  const { messageId } = await binding.send({
    ...message,
    from: { name: plainName(from.name), email: from.email },
    ...(replyTo ? { replyTo } : {}),
  });
  return { outcome: "sent", providerId: messageId };
}

/** The same key within a day is one message to Resend, so a send whose answer got lost may be repeated. */
async function sendByResend(
  settings: Settings,
  { from, replyTo, to, ...written }: Message,
  key: string,
): Promise<SendResult> {
  const response = await fetch(`${settings.EMAIL_API_BASE}/emails`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${settings.EMAIL_API_KEY}`,
      "content-type": "application/json",
      "idempotency-key": key,
    },
    body: JSON.stringify({
      ...written,
      from: `"${plainName(from.name)}" <${from.email}>`,
      to: [to],
      ...(replyTo ? { reply_to: replyTo } : {}),
    }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) return { outcome: "failed", error: await refusalOf(response) };
  return { outcome: "sent", providerId: Accepted.parse(await response.json()).id };
}

/** Why the provider turned a message down, in its words for people where it has some. */
async function refusalOf(response: Response): Promise<string> {
  const text = await response.text();
  const { data } = Refused.safeParse(await new Response(text).json().catch(() => null));
  return `${response.status} ${(data?.message ?? text).slice(0, 300)}`;
}

/** A display name cannot end the header or hide another address in it. */
const plainName = (name: string) => name.replace(/[\r\n"\\<>]/g, " ").trim();
