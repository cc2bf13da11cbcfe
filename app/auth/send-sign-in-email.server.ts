import { findEmailDomain } from "../../db/email-domains.server";
import type { Context } from "../context.server";
import { senderOf } from "../email/letter";
import { sendMessage } from "../email/mailer.server";
import { signInEmail } from "../email/sign-in";
import { logWarning } from "../log";
import type { Brand } from "../portals/brand";
import type { Realm } from "./realm";

/** A site on which people sign in, as its e-mails show it. */
export interface SignInSite {
  realm: Realm;
  /** Whose portal it is; null on the platform. */
  partnerId: string | null;
  origin: string;
  title: string;
  brand: Brand;
  logo: string | null;
  replyTo: string | null;
}

interface SignInMessage {
  to: string;
  id: string;
  code: string;
  link: string;
  /** Whether anybody is to get it. */
  isMeant: boolean;
}

const ANSWER_FIRST_MS = 20;

/**
 * Sends a code and a link, after the answer. The message is written for an address that gets none too: how busy we
 * are afterwards says nothing about who is a customer.
 */
export async function sendSignInEmail(
  { db, settings }: Pick<Context, "db" | "settings">,
  site: SignInSite,
  { to, id, code, link, isMeant }: SignInMessage,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ANSWER_FIRST_MS));
  const message = signInEmail(site, code, `${site.origin}/sign-in/link/${link}`);
  const domain = site.partnerId === null ? null : await findEmailDomain(db, site.partnerId);
  if (!isMeant) return;
  const from = senderOf(settings, site.title, domain);
  const result = await sendMessage(settings, { from, replyTo: site.replyTo, to, ...message }, id);
  if (result.outcome !== "sent") {
    logWarning("sign_in_email_not_sent", {
      error: result.outcome === "failed" ? result.error : result.outcome,
    });
  }
}
