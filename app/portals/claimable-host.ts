import type { Settings } from "../env.server";
import { glanceOf } from "./look-alike";
import { boughtDomain, isHandedOut, isPublicSuffix } from "./public-suffix";
import { lettersOf } from "./punycode";
import { isDeceptive } from "./scripts";

type Ours = Pick<Settings, "PLATFORM_HOST" | "PORTAL_DOMAIN" | "PLATFORM_NAME">;

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST = 253;

/** Names that never lead anywhere on the internet, or only to one's own machine. Source: RFC 6761, RFC 8375. */
const NOWHERE = new Set("local localhost internal invalid onion arpa lan home corp example".split(" "));

/** Reads the host that a partner wants for its portal: as browsers ask for it, or why it cannot be. */
export function readHost(typed: string, ours: Ours): { host: string } | { error: string } {
  const text = typed.trim();
  if (text === "") return { error: "Domain is required" };
  if (/[/\\@?#:\s]/.test(text)) {
    return { error: "Type the domain alone, such as credits.example.com, without https://, port or path" };
  }
  const host = asciiOf(text);
  const labels = host?.split(".") ?? [];
  if (host === null || /^[\d.]+$/.test(host) || !labels.every((label) => LABEL.test(label))) {
    return { error: "This is not a domain. Type one such as credits.example.com" };
  }
  const refusal = refusalOf(host, labels, ours);
  return refusal ? { error: refusal } : { host };
}

function refusalOf(host: string, labels: readonly string[], ours: Ours): string | null {
  if (host.length > LONGEST) return "This domain is too long";
  if (labels.length < 2) return "Type the whole domain, such as credits.example.com";
  if (isOurs(host, ours)) return "This domain is ours. Use one that belongs to you";
  if (NOWHERE.has(labels.at(-1) ?? "") || /^\d+$/.test(labels.at(-1) ?? "")) {
    return "This domain cannot be reached from the internet";
  }
  if (isPublicSuffix(host)) return "This is an ending that many share. Put your own name in front of it";
  if (isHandedOut(host))
    return "This domain belongs to a hosting provider. Use one whose records you can set";
  const letters = labels.map(lettersOf);
  if (letters.some((label) => label === null || isDeceptive(label))) {
    return "This domain mixes letters that look like others, so customers could be deceived by it";
  }
  return passesForOurs(host, letters, ours)
    ? "This domain could be taken for ours. Use one of your own"
    : null;
}

/** What a browser makes of it: lower case, punycode, no dot at the end, and addresses in any base as numbers. */
function asciiOf(text: string): string | null {
  const url = `http://${text.replace(/\.$/, "")}/`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

const ourHosts = ({ PLATFORM_HOST, PORTAL_DOMAIN }: Ours) =>
  [PLATFORM_HOST, PORTAL_DOMAIN].map((host) => host.replace(/:\d+$/, ""));

/** Ours is also what stands beside our hosts, under the domain that we have bought. */
const isOurs = (host: string, ours: Ours): boolean =>
  ourHosts(ours)
    .map(boughtDomain)
    .some((domain) => host === domain || host.endsWith(`.${domain}`));

/** Only the name that was bought counts: whoever has acme.com may well have topup.acme.com. */
function passesForOurs(host: string, letters: readonly (string | null)[], ours: Ours): boolean {
  const bought = letters.at(-boughtDomain(host).split(".").length) ?? "";
  const names = [ours.PLATFORM_NAME, ...ourHosts(ours).map((one) => boughtDomain(one).split(".")[0] ?? "")];
  return names.some((name) => glanceOf(name) === glanceOf(bought));
}
