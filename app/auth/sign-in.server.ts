import { insertChallenge, spendAttempt, spendChallenge, spendChallengeByLink } from "../../db/sign-in.server";
import type { Context } from "../context.server";
import { sendMessage } from "../email/mailer.server";
import { signInEmail } from "../email/sign-in";
import { newId } from "../ids";
import { logWarning } from "../log";
import type { Brand } from "../portals/brand";
import { rateLimited } from "../refusals";
import { MINUTE_MS } from "../time";
import type { Realm } from "./realm";
import { codeMac, hashToken, isSameHash, randomCode, randomToken } from "./secrets.server";

const CHALLENGE_LENGTH_MS = 10 * MINUTE_MS;
const CHALLENGES_LIMIT = 5;
const LIMIT_WINDOW_MS = 15 * MINUTE_MS;
const ATTEMPTS_LIMIT = 5;

/** A site on which people sign in, as its e-mails show it. */
export interface SignInSite {
  realm: Realm;
  origin: string;
  title: string;
  brand: Brand;
  replyTo: string | null;
}

export const normalizeEmail = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/**
 * Starts a sign-in and answers the id of its challenge. Known and unknown addresses are treated alike but for
 * the e-mail, which goes out after the answer: nobody learns here who is a customer.
 */
export async function requestSignIn(
  context: Context,
  site: SignInSite,
  email: string,
  isKnown: boolean,
): Promise<string> {
  const now = context.now();
  const id = newId("challenge");
  const code = randomCode();
  const link = randomToken();
  const challenge = {
    id,
    realm: site.realm,
    email,
    codeMac: await codeMac(context.settings.SIGN_IN_SECRET, id, code),
    linkHash: await hashToken(link),
    createdAt: now,
    expiresAt: now + CHALLENGE_LENGTH_MS,
  };
  const limit = { limit: CHALLENGES_LIMIT, since: now - LIMIT_WINDOW_MS };
  if (!(await insertChallenge(context.db, challenge, limit))) throw rateLimited();
  if (isKnown) context.later(mail(context, site, email, id, code, link));
  return id;
}

async function mail(context: Context, site: SignInSite, to: string, id: string, code: string, link: string) {
  const message = signInEmail(site, code, `${site.origin}/sign-in/link/${link}`);
  const from = { name: site.title, email: context.settings.EMAIL_FROM };
  const result = await sendMessage(context.settings, { from, replyTo: site.replyTo, to, ...message }, id);
  if (result.outcome !== "sent") {
    logWarning("sign_in_email_not_sent", {
      error: result.outcome === "failed" ? result.error : result.outcome,
    });
  }
}

/** The address that a right code belongs to, or null. A wrong code costs one of five attempts. */
export async function redeemCode(
  context: Context,
  realm: Realm,
  challengeId: string,
  code: string,
): Promise<string | null> {
  const now = context.now();
  const challenge = await spendAttempt(context.db, { realm, id: challengeId, now, limit: ATTEMPTS_LIMIT });
  if (!challenge) return null;

  const mac = await codeMac(context.settings.SIGN_IN_SECRET, challenge.id, code.replace(/\s/g, ""));
  if (!isSameHash(mac, challenge.codeMac)) return null;
  return (await spendChallenge(context.db, realm, challenge.id, now)) ? challenge.email : null;
}

/** The address that a link belongs to, or null. A link works once, in its own realm. */
export async function redeemLink(context: Context, realm: Realm, token: string): Promise<string | null> {
  const challenge = await spendChallengeByLink(context.db, realm, await hashToken(token), context.now());
  return challenge?.email ?? null;
}
