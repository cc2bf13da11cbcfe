import {
  findChallengeByLink,
  insertChallenge,
  isLocked,
  spendAttempt,
  spendChallenge,
  spendChallengeByLink,
} from "../../db/sign-in.server";
import type { Context } from "../context.server";
import { newId } from "../ids";
import { codesLocked, rateLimited } from "../refusals";
import { HOUR_MS, MINUTE_MS } from "../time";
import type { Realm } from "./realm";
import { codeMac, hashToken, isSameHash, networkMac, randomCode, randomToken } from "./secrets.server";
import { type SignInSite, sendSignInEmail } from "./send-sign-in-email.server";

const CHALLENGE_LENGTH_MS = 10 * MINUTE_MS;
const REQUESTS_WINDOW_MS = 15 * MINUTE_MS;
/** A network may be an office, and a site that is flooded is to stop sending before it counts as a spammer. */
const REQUESTS = { address: 5, client: 60, realm: 1_000 };
const GUESSES_WINDOW_MS = HOUR_MS;
/** Of a million codes, 20 an hour: whoever guesses without end needs years, and the owner has hundreds of e-mails. */
const GUESSES = { challenge: 5, address: 20 };

/** Who asks to sign in: the address, the partner that lets it in, if any does, and the network, where that is known. */
interface Asker {
  email: string;
  welcomedBy: string | null;
  network: string | null;
}

/**
 * Starts a sign-in and answers the id of its challenge. Known and unknown addresses are treated alike but for
 * the e-mail, which goes out after the answer: nobody learns here who is a customer.
 */
export async function requestSignIn(
  context: Context,
  site: SignInSite,
  { email, welcomedBy, network }: Asker,
): Promise<string> {
  const now = context.now();
  const secret = context.settings.SIGN_IN_SECRET;
  const id = newId("challenge");
  const code = randomCode();
  const link = randomToken();
  const challenge = {
    id,
    realm: site.realm,
    email,
    codeMac: await codeMac(secret, id, code),
    linkHash: await hashToken(link),
    createdAt: now,
    expiresAt: now + CHALLENGE_LENGTH_MS,
    client: network && (await networkMac(secret, network)),
  };
  const limits = { ...REQUESTS, since: now - REQUESTS_WINDOW_MS };
  if (!(await insertChallenge(context.db, challenge, limits))) throw rateLimited();
  context.later(sendSignInEmail(context, site, { to: email, id, code, link, welcomedBy }));
  return id;
}

/** The address that a right code belongs to, or null. A wrong code costs one of five attempts. */
export async function redeemCode(
  context: Context,
  realm: Realm,
  challengeId: string,
  code: string,
): Promise<string | null> {
  const now = context.now();
  const limits = { ...GUESSES, since: now - GUESSES_WINDOW_MS };
  const challenge = await spendAttempt(context.db, { realm, id: challengeId, now }, limits);
  if (!challenge) {
    if (await isLocked(context.db, { realm, id: challengeId }, limits)) throw codesLocked();
    return null;
  }

  const mac = await codeMac(context.settings.SIGN_IN_SECRET, challenge.id, code.replace(/\s/g, ""));
  if (!isSameHash(mac, challenge.codeMac)) return null;
  return (await spendChallenge(context.db, realm, challenge.id, now)) ? challenge.email : null;
}

/** What a link is in this browser: good, of another browser's request, or used up. */
export type LinkState = "ready" | "elsewhere" | "spent";

/** Looks at a link and uses nothing up. */
export async function lookAtLink(
  context: Context,
  realm: Realm,
  token: string,
  challengeId: string,
): Promise<LinkState> {
  const challenge = await findChallengeByLink(context.db, realm, await hashToken(token), context.now());
  if (!challenge) return "spent";
  return challenge.id === challengeId ? "ready" : "elsewhere";
}

/**
 * The address that a link belongs to, or null. A link works once, in its own realm, in the browser that asked for it:
 * whoever is sent somebody else's link is signed in as nobody.
 */
export async function redeemLink(
  context: Context,
  realm: Realm,
  token: string,
  challengeId: string,
): Promise<string | null> {
  const link = { linkHash: await hashToken(token), challengeId, now: context.now() };
  return (await spendChallengeByLink(context.db, realm, link))?.email ?? null;
}
