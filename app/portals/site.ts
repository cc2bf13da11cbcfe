import type { Settings } from "../env.server";

/** Addresses are built from what we know, never from a request: a forged Host changes no link. */

export const platformOrigin = (settings: Settings): string => originOf(settings, settings.PLATFORM_HOST);

export const portalHost = (settings: Settings, portal: { subdomain: string }): string =>
  `${portal.subdomain}.${settings.PORTAL_DOMAIN}`;

export const portalOrigin = (settings: Settings, portal: { subdomain: string }): string =>
  originOf(settings, portalHost(settings, portal));

const originOf = (settings: Settings, host: string) => `${settings.isSecure ? "https" : "http"}://${host}`;

const SUBDOMAIN = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Which site a host asks for. Hosts are compared without case and trailing dot; anything else is no site. */
export function siteOfHost(
  settings: Pick<Settings, "PLATFORM_HOST" | "PORTAL_DOMAIN">,
  host: string,
): { kind: "platform" } | { kind: "portal"; subdomain: string } | null {
  const asked = host.toLowerCase().replace(/\.(?=:|$)/, "");
  if (asked === settings.PLATFORM_HOST) return { kind: "platform" };

  const suffix = `.${settings.PORTAL_DOMAIN}`;
  if (!asked.endsWith(suffix)) return null;
  const subdomain = asked.slice(0, -suffix.length);
  return SUBDOMAIN.test(subdomain) ? { kind: "portal", subdomain } : null;
}
