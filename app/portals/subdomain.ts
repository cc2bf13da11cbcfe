import { passesFor } from "./look-alike";

const MIN_LENGTH = 3;
const MAX_LENGTH = 40;
const SHAPE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Names that customers, browsers or mail servers take for somebody else than a partner. */
const RESERVED = new Set(
  `abuse account accounts admin administrator api app apps assets auth autoconfig autodiscover billing blog
  brand cdn checkout dashboard demo dev dns docs email example ftp help host hostmaster imap info internal
  invoice invoices legal localhost login mail mailer marketing noreply ns ns1 ns2 operator pay payment payments
  platform pop portal portals postmaster privacy root sales security settings shop signin signup sms smtp sso ssl
  staff staging static status stripe support system team test terms vpn webhook webhooks webmail webmaster wpad
  www`.split(/\s+/),
);

/** Reads the first part of a portal's address. It is chosen once, so it is better refused now than regretted later. */
export function readSubdomain(
  typed: string,
  platformName: string,
): { subdomain: string } | { error: string } {
  const subdomain = typed.trim().toLowerCase();
  if (subdomain === "") return { error: "Address is required" };
  if (subdomain.length < MIN_LENGTH || subdomain.length > MAX_LENGTH) {
    return { error: `Address must have ${MIN_LENGTH} to ${MAX_LENGTH} characters` };
  }
  if (!SHAPE.test(subdomain)) {
    return { error: "Address can have letters, digits and single hyphens between them, such as acme-voice" };
  }
  if (RESERVED.has(subdomain)) return { error: "This address is reserved. Please choose another one" };
  if (passesFor(subdomain, platformName)) {
    return { error: "This address could be taken for ours. Please choose your own name" };
  }
  return { subdomain };
}
