import { createCookie } from "@remix-run/cloudflare";
import type { Settings } from "../env.server";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "../time";

const LONGEST_COOKIE_MS = 400 * DAY_MS;

/**
 * The cookies of a site. `__Host-` ties a cookie to exactly one host, so no portal sees or plants another's; it
 * needs https, which development does not have.
 */
const siteCookie = (settings: Settings, name: string, maxAge_ms: number) =>
  createCookie(settings.isSecure ? `__Host-${name}` : name, {
    httpOnly: true,
    secure: settings.isSecure,
    // Lax and not Strict: the way back from Stripe must find the person signed in.
    sameSite: "lax",
    path: "/",
    maxAge: maxAge_ms / SECOND_MS,
  });

/** The session's token. How long it is good for is decided in the database, where it can be ended. */
export const sessionCookie = (settings: Settings) => siteCookie(settings, "session", LONGEST_COOKIE_MS);

/** The id of the challenge that this browser asked for. */
export const challengeCookie = (settings: Settings) => siteCookie(settings, "sign-in", 10 * MINUTE_MS);

/** The language that was chosen in this browser, for whoever is not signed in. */
export const languageCookie = (settings: Settings) => siteCookie(settings, "language", LONGEST_COOKIE_MS);

/** The challenge that this browser asked for last, or "" when it asked for none. */
export async function challengeIdOf(settings: Settings, request: Request): Promise<string> {
  const id: unknown = await challengeCookie(settings).parse(request.headers.get("cookie"));
  return typeof id === "string" ? id : "";
}

/** The language that was chosen in this browser, or null when none was. */
export async function languageChosenIn(settings: Settings, headers: Headers): Promise<string | null> {
  const language: unknown = await languageCookie(settings).parse(headers.get("cookie"));
  return typeof language === "string" ? language : null;
}
