import type { DomainRecord, RecordFinding } from "../../db/schema";
import { plainHost } from "../dns/answer";
import type { Lookup } from "../dns/look-up.server";

const MOST_SPF_LOOKUPS = 10;

/** What DNS has of a record, and what to do about it. `spfLookups` is how many questions its SPF text costs. */
export function judgeRecord(record: DomainRecord, lookup: Lookup, spfLookups = 0): RecordFinding {
  if (lookup.outcome === "no_answer") return { state: "unknown", found: [], advice: lookup.reason };
  const values = lookup.outcome === "found" ? lookup.values : [];
  if (record.purpose === "spf" && record.type === "TXT") return judgeSpf(record, values, spfLookups);
  if (record.purpose === "dmarc") return judgeDmarc(values);
  const related = values.filter((value) => isRelated(record, value));
  if (related.some((value) => isSame(record, value))) return { state: "found", found: related, advice: null };
  return related.length > 0
    ? { state: "different", found: related, advice: "Replace it with the value on the left." }
    : missing;
}

const missing: RecordFinding = {
  state: "missing",
  found: [],
  advice: "Add it. New records can take a few hours to be seen.",
};

/** Other texts may stand at the same name; they are nobody's mistake. */
function isRelated({ purpose }: DomainRecord, value: string): boolean {
  if (purpose === "ownership") return value.startsWith("topup-verification=");
  return true;
}

function isSame({ type, value: expected }: DomainRecord, value: string): boolean {
  if (type === "TXT") return value.replace(/\s/g, "") === expected.replace(/\s/g, "");
  // An MX comes with its priority before it, which is the partner's own affair.
  return plainHost(value.replace(/^\d+\s+/, "")) === plainHost(expected);
}

function judgeSpf({ value: expected }: DomainRecord, values: string[], lookups: number): RecordFinding {
  const found = values.filter((value) => /^v=spf1(\s|$)/i.test(value));
  if (found.length === 0) return missing;
  const different = (advice: string): RecordFinding => ({ state: "different", found, advice });
  if (found.length > 1) return different("There may be only one SPF record. Merge them into one.");
  const has = spfTerms(found[0] ?? "");
  const lacking = spfTerms(expected).filter((term) => term.startsWith("include:") && !has.includes(term));
  if (lacking.length > 0) return different(`Add ${lacking.join(" ")} to it, before its last word.`);
  if (lookups > MOST_SPF_LOOKUPS)
    return different(
      `It asks more than ${MOST_SPF_LOOKUPS} questions of DNS. Remove senders that you do not use.`,
    );
  return { state: "found", found, advice: null };
}

function judgeDmarc(values: string[]): RecordFinding {
  const found = values.filter((value) => /^v=DMARC1\s*;/i.test(value));
  if (found.length === 0) return missing;
  if (found.length > 1)
    return { state: "different", found, advice: "There may be only one DMARC record. Remove the others." };
  // Whatever a partner has decided about strangers' mail is as good as what we suggest.
  return /;\s*p\s*=\s*(none|quarantine|reject)\s*(;|$)/i.test(found[0] ?? "")
    ? { state: "found", found, advice: null }
    : { state: "different", found, advice: "It needs a policy: p=none, p=quarantine or p=reject." };
}

/** The words of an SPF text without their signs, in lower case. */
export const spfTerms = (text: string): string[] =>
  text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .slice(1)
    .map((term) => term.replace(/^[+?~-]/, ""));

/** How many of these words cost a question, and which other texts they lead to. */
export function spfCost(terms: readonly string[]): { questions: number; leads: string[] } {
  const asking = terms.filter((term) => /^(include:|redirect=|exists:|(a|mx|ptr)([:/]|$))/.test(term));
  const leads = asking.flatMap((term) => /^(?:include:|redirect=)(.+)$/.exec(term)?.[1] ?? []);
  return { questions: asking.length, leads };
}

export const standingOf = (findings: readonly RecordFinding[]): "right" | "wrong" | "unknown" => {
  if (findings.some(({ state }) => state === "missing" || state === "different")) return "wrong";
  return findings.every(({ state }) => state === "found") ? "right" : "unknown";
};
