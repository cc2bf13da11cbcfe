import type { Settings } from "../env.server";
import { isApex } from "./public-suffix";
import { subdomainHost } from "./site";

/** The records that a partner sets, and how they were found. */
export interface DomainRecord {
  type: "CNAME" | "TXT";
  name: string;
  value: string;
}

export interface RecordCheck extends DomainRecord {
  /** `unknown`: nobody answered, which says nothing. */
  state: "found" | "missing" | "different" | "unknown";
  /** What is there instead. */
  found: string[];
}

/** In nobody's name: it is read by whoever looks at the partner's domain. */
const CLAIM_PREFIX = "_portal-claim";

/**
 * The host leads to the portal's own address, so that a record which is left behind leads to no other partner; and the
 * token proves that this claim, and not an earlier one, was made by whoever sets the records.
 */
export const recordsOf = (
  settings: Pick<Settings, "PLATFORM_HOST" | "PORTAL_DOMAIN">,
  portal: { subdomain: string },
  { host, token }: { host: string; token: string },
): [DomainRecord, DomainRecord] => [
  { type: "CNAME", name: host, value: subdomainHost(settings, portal).replace(/:\d+$/, "") },
  { type: "TXT", name: `${CLAIM_PREFIX}.${host}`, value: token },
];

/** Whether a host is a whole domain, which has an ALIAS or a flattened CNAME or nothing. */
export const needsFlattening = isApex;
