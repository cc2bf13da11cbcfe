import type { DomainRecord } from "../../db/schema";

/** A record that the provider of e-mail asks for; its name is relative to the domain. */
export interface ProviderRecord {
  record: string;
  name: string;
  type: string;
  value: string;
}

export const OWNERSHIP = "topup-verification=";

/** All that a partner is to set, in the order in which it is shown. */
export const recordsOf = (
  domain: string,
  token: string,
  asked: readonly ProviderRecord[],
): DomainRecord[] => [
  { purpose: "ownership", type: "TXT", name: domain, value: `${OWNERSHIP}${token}` },
  ...asked.flatMap(({ record, name, type, value }): DomainRecord[] => {
    const purpose = record === "SPF" ? "spf" : record === "DKIM" ? "dkim" : null;
    const isKnown = type === "TXT" || type === "CNAME" || type === "MX";
    return purpose && isKnown ? [{ purpose, type, name: wholeName(name, domain), value }] : [];
  }),
  { purpose: "dmarc", type: "TXT", name: `_dmarc.${domain}`, value: "v=DMARC1; p=none;" },
];

const wholeName = (name: string, domain: string) =>
  name === domain || name.endsWith(`.${domain}`) ? name : `${name}.${domain}`;
