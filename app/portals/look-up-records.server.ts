import type { Portal } from "../../db/portals.server";
import { plainHost } from "../dns/answer";
import { type Lookup, lookUp } from "../dns/look-up.server";
import type { Settings } from "../env.server";
import { type DomainRecord, type RecordCheck, recordsOf } from "./domain-records";

/** Looks the records of a claim up, all at once. */
export async function lookUpRecords(
  settings: Settings,
  portal: Pick<Portal, "subdomain">,
  claim: { host: string; token: string },
): Promise<RecordCheck[]> {
  const [pointing, proof] = recordsOf(settings, portal, claim);
  return Promise.all([checkPointing(settings, pointing), checkProof(settings, proof)]);
}

async function checkProof(settings: Settings, record: DomainRecord): Promise<RecordCheck> {
  const lookup = await lookUp(settings, record.name, "TXT");
  return { ...record, ...judge(lookup, (text) => text.trim() === record.value) };
}

/** By a CNAME, or where there can be none by having the addresses of where it would lead. */
async function checkPointing(settings: Settings, record: DomainRecord): Promise<RecordCheck> {
  const alias = await lookUp(settings, record.name, "CNAME");
  const judged = judge(alias, (host) => plainHost(host) === record.value);
  if (judged.state === "found" || judged.state === "unknown") return { ...record, ...judged };

  const [here, there] = await Promise.all([
    lookUp(settings, record.name, "A"),
    lookUp(settings, record.value, "A"),
  ]);
  const ours = there.outcome === "found" ? there.values : [];
  const flattened = judge(here, (address) => ours.includes(address));
  const found = [...judged.found, ...flattened.found];
  if (flattened.state === "missing" && found.length > 0) return { ...record, state: "different", found };
  return { ...record, state: flattened.state, found };
}

/** A record that fits is enough; what stands beside it is shown. */
function judge(lookup: Lookup, fits: (value: string) => boolean): Pick<RecordCheck, "state" | "found"> {
  if (lookup.outcome === "no_answer") return { state: "unknown", found: [] };
  if (lookup.outcome === "none") return { state: "missing", found: [] };
  const others = lookup.values.filter((value) => !fits(value)).map((value) => value.slice(0, 200));
  return { state: others.length < lookup.values.length ? "found" : "different", found: others.slice(0, 5) };
}
