import { parse } from "tldts";

/**
 * What the public suffix list says of a host, for advice and for an early refusal. That nobody gets a host of somebody
 * else's is not decided here but by the claim's record: see docs/decisions/0028-a-domain-is-claimed-by-a-record.md.
 */

const look = (host: string) => parse(host, { allowPrivateDomains: true, extractHostname: false });

/** In the list's private part, and sold all the same like any ending: whoever buys a name there sets its records. */
const SOLD = new Set(
  `ae.org africa.com br.com cn.com co.com com.de com.se de.com eu.com eu.org gb.net gr.com hu.net in.net it.com jp.net
  jpn.com mex.com ru.com sa.com se.net uk.com uk.net us.com us.org za.bz za.com za.net za.org`.split(/\s+/),
);

/** Hosts that are handed out by others and are not in the list. */
const ALSO_HANDED_OUT = /(^|\.)(amazonaws\.com|ghost\.io|glitch\.me|render\.com|wordpress\.com)$/;

export const isPublicSuffix = (host: string): boolean => look(host).publicSuffix === host;

/** Whether it lies where others hand hosts out, on which nobody sets records of their own. */
export function isHandedOut(host: string): boolean {
  const { isPrivate, publicSuffix } = look(host);
  return (isPrivate === true && !SOLD.has(publicSuffix ?? "")) || ALSO_HANDED_OUT.test(host);
}

/** The domain that was bought: the last label before the suffix, and what follows. */
export const boughtDomain = (host: string): string => look(host).domain ?? host;

/** Whether a host is a whole domain, which cannot have a CNAME. */
export const isApex = (host: string): boolean => boughtDomain(host) === host;
