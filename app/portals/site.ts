import type { Settings } from "../env.server";

/** Addresses are built from what we know, never from a request: a forged Host changes no link. */

type Hosts = Pick<Settings, "PLATFORM_HOST" | "PORTAL_DOMAIN">;

/** What tells a portal's hosts. The partner's own comes without a port. */
interface PortalHosts {
  subdomain: string;
  customHost: string | null;
}

export const platformOrigin = (settings: Settings): string => originOf(settings, settings.PLATFORM_HOST);

/** The partner's own domain while it is active, else the one that we gave. */
export const portalHost = (settings: Hosts, portal: PortalHosts): string =>
  portal.customHost ? portal.customHost + portOf(settings) : subdomainHost(settings, portal);

export const subdomainHost = (settings: Hosts, portal: { subdomain: string }): string =>
  `${portal.subdomain}.${settings.PORTAL_DOMAIN}`;

export const portalOrigin = (settings: Settings, portal: PortalHosts): string =>
  originOf(settings, portalHost(settings, portal));

/** A portal's address as somebody came to it: the one of its two hosts on which they are signed in. */
export const originOfSite = (settings: Settings, site: PortalSite, portal: PortalHosts): string =>
  "customHost" in site ? portalOrigin(settings, portal) : originOf(settings, subdomainHost(settings, portal));

const originOf = (settings: Settings, host: string) => `${settings.isSecure ? "https" : "http"}://${host}`;

/** Portals have the port of a developer's machine, and none where they are deployed. */
const portOf = ({ PORTAL_DOMAIN }: Hosts): string => /:\d+$/.exec(PORTAL_DOMAIN)?.[0] ?? "";

const LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const SUBDOMAIN = new RegExp(`^${LABEL}$`);
/** Two labels or more, the last no number: an address in digits is no host. */
const HOST = new RegExp(`^(${LABEL}\\.)+(?!\\d+$)${LABEL}$`);

export type PortalSite = { kind: "portal"; subdomain: string } | { kind: "portal"; customHost: string };

/**
 * Which site a host asks for. Hosts are compared without case and trailing dot. Whose a host is that is none of ours,
 * only the database can say.
 */
export function siteOfHost(settings: Hosts, host: string): { kind: "platform" } | PortalSite | null {
  const asked = host.toLowerCase().replace(/\.(?=:|$)/, "");
  if (asked === settings.PLATFORM_HOST) return { kind: "platform" };

  const suffix = `.${settings.PORTAL_DOMAIN}`;
  const subdomain = asked.endsWith(suffix) ? asked.slice(0, -suffix.length) : "";
  if (SUBDOMAIN.test(subdomain)) return { kind: "portal", subdomain };

  const port = portOf(settings);
  const customHost = asked.endsWith(port) ? asked.slice(0, asked.length - port.length) : "";
  return customHost.length <= 253 && HOST.test(customHost) ? { kind: "portal", customHost } : null;
}
