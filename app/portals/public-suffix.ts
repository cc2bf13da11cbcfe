/**
 * Enough of what the public suffix list says, for advice and for an early refusal. That nobody gets a host of somebody
 * else's is not decided here but by the claim's record: see docs/decisions/0028-a-domain-is-claimed-by-a-record.md.
 */

/** What stands before a country where names are sold one label further down: co.uk, com.au, or.jp. */
const SECOND_LEVEL = /^(ac|co|com|edu|gob|gov|govt|gouv|go|gv|ltd|me|mil|ne|net|nom|or|org|plc|sch)$/;

/** Hosts that are handed out by others, on which nobody sets records of their own. */
const HANDED_OUT = new Set(
  `amazonaws.com appspot.com azurewebsites.net azurestaticapps.net blogspot.com bubbleapps.io cloudapp.net
  cloudfront.net deno.dev duckdns.org firebaseapp.com fly.dev framer.app framer.website ghost.io github.io
  gitlab.io glitch.me herokuapp.com lovable.app myshopify.com netlify.app ngrok.app ngrok.io no-ip.org notion.site
  onrender.com pages.dev readthedocs.io render.com replit.app run.app surge.sh translate.goog trycloudflare.com
  vercel.app web.app webflow.io wixsite.com wordpress.com workers.dev`.split(/\s+/),
);

const suffixLength = (labels: readonly string[]): number => {
  const [country = "", before = ""] = [labels.at(-1), labels.at(-2)];
  return country.length === 2 && SECOND_LEVEL.test(before) ? 2 : 1;
};

export function isPublicSuffix(host: string): boolean {
  const labels = host.split(".");
  return HANDED_OUT.has(host) || labels.length <= suffixLength(labels);
}

export const isHandedOut = (host: string): boolean =>
  host.split(".").some((_, at, labels) => HANDED_OUT.has(labels.slice(at).join(".")));

/** The domain that was bought: the last label before the suffix, and what follows. */
export function boughtDomain(host: string): string {
  const labels = host.split(".");
  return labels.slice(-1 - suffixLength(labels)).join(".");
}

/** Whether a host is a whole domain, which cannot have a CNAME. */
export const isApex = (host: string): boolean => boughtDomain(host) === host;
