import type { Settings } from "../env.server";
import { siteOfHost } from "../portals/site";

/** The content security policy of a page. Scripts and styles run by nonce; forms may end at Stripe's pages. */
export function pagePolicy(settings: Settings, nonce: string): string {
  const isDevelopment = settings.ENVIRONMENT === "development";
  // Chromium holds a form's redirects against form-action too, so the way to Stripe must be named.
  const standIn = isLocal(settings.STRIPE_API_BASE) ? "http://127.0.0.1:* http://localhost:*" : "";
  const stripe = `${settings.STRIPE_CHECKOUT_ORIGIN} https://connect.stripe.com ${standIn}`.trim();
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    `form-action 'self' ${stripe}`,
    "base-uri 'none'",
    // For the preview of an e-mail, which brings its own policy.
    "frame-src 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const isLocal = (url: string) => ["127.0.0.1", "localhost"].includes(new URL(url).hostname);

const FRAMED_BY_US = "frame-ancestors 'self'";

/** The policy of an e-mail that is looked at: it runs nothing, loads its portal's logo alone and only we frame it. */
export const emailPolicy = (portalOrigin: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src ${portalOrigin}; sandbox allow-popups; ${FRAMED_BY_US}`;

/** Puts the headers on an answer that every answer carries. A page has set its own policy by then. */
export function secureHeaders(response: Response, settings: Settings, host: string): Response {
  const headers = new Headers(response.headers);
  if (!headers.has("content-security-policy")) {
    headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  }
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
  if (!headers.has("referrer-policy")) headers.set("referrer-policy", "strict-origin-when-cross-origin");
  headers.set("x-content-type-options", "nosniff");
  const isFramed = headers.get("content-security-policy")?.endsWith(FRAMED_BY_US);
  headers.set("x-frame-options", isFramed ? "SAMEORIGIN" : "DENY");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
  if (settings.isSecure) headers.set("strict-transport-security", httpsOnly(settings, host));
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

/** What is below a partner's own domain is the partner's: it may have sites there without https. */
function httpsOnly(settings: Settings, host: string): string {
  const site = siteOfHost(settings, host);
  const isOurs = site?.kind === "platform" || (site !== null && "subdomain" in site);
  return `max-age=63072000${isOurs ? "; includeSubDomains" : ""}`;
}
