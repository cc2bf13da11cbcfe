import {
  type EmailDomain,
  isVerifiedElsewhere,
  listDueDomains,
  writeDomainCheck,
} from "../../db/email-domains.server";
import type { DomainRecord, RecordFinding } from "../../db/schema";
import type { Context } from "../context.server";
import { lookUp } from "../dns/look-up.server";
import type { Settings } from "../env.server";
import { logWarning } from "../log";
import { DAY_MS, MINUTE_MS } from "../time";
import { judgeRecord, spfCost, spfTerms, standingOf } from "./judge";
import { askDomain, verifyDomain } from "./provider.server";

const DOMAINS_A_RUN = 10;
const MOST_QUESTIONS = 11;

type World = Pick<Context, "db" | "settings" | "now">;

/** The cron's part: what waits is looked at ever more seldom, what is verified once a day. */
export async function checkDueEmailDomains(context: World): Promise<void> {
  for (const domain of await listDueDomains(context.db, context.now(), DOMAINS_A_RUN)) {
    await checkDomain(context, domain).catch((error) => logWarning("email_domain_not_checked", { error }));
  }
}

/** Holds what DNS and the provider say against what was asked for. No answer is no finding: the status stays. */
export async function checkDomain({ db, settings, now }: World, domain: EmailDomain): Promise<void> {
  const findings = await Promise.all(domain.records.map((record) => findingOf(settings, record)));
  const standing = standingOf(findings);
  const status =
    standing === "right"
      ? await proved(db, settings, domain)
      : standing === "wrong"
        ? "failed"
        : domain.status;
  const checks = domain.checks + 1;
  const at = now();
  await writeDomainCheck(db, domain.partnerId, domain.domain, {
    status,
    findings,
    checks,
    checkedAt: at,
    nextCheckAt:
      at + (status === "verified" ? DAY_MS : Math.min(DAY_MS, 5 * MINUTE_MS * 2 ** Math.min(checks, 12))),
    verifiedAt: status === "verified" ? (domain.verifiedAt ?? at) : null,
  });
}

/** The records are right; the provider must have seen them too, and nobody else may have proved the same. */
async function proved(
  db: World["db"],
  settings: Settings,
  { partnerId, domain, providerId }: EmailDomain,
): Promise<EmailDomain["status"]> {
  if (await isVerifiedElsewhere(db, partnerId, domain)) return "failed";
  if (providerId === null) return "pending";
  if ((await askDomain(settings, providerId)).status === "verified") return "verified";
  await verifyDomain(settings, providerId);
  return (await askDomain(settings, providerId)).status === "verified" ? "verified" : "pending";
}

async function findingOf(settings: Settings, record: DomainRecord): Promise<RecordFinding> {
  const lookup = await lookUp(settings, record.name, record.type);
  const spf = lookup.outcome === "found" && record.purpose === "spf" && record.type === "TXT";
  const text = spf ? lookup.values.find((value) => /^v=spf1(\s|$)/i.test(value)) : undefined;
  return judgeRecord(record, lookup, text ? await countQuestions(settings, text) : 0);
}

/** How many questions an SPF text costs with all that it leads to; counting ends where it is too many anyway. */
async function countQuestions(settings: Settings, text: string): Promise<number> {
  const waiting = [text];
  let questions = 0;
  for (let next = waiting.pop(); next !== undefined && questions < MOST_QUESTIONS; next = waiting.pop()) {
    const cost = spfCost(spfTerms(next));
    questions += cost.questions;
    for (const name of cost.leads.slice(0, MOST_QUESTIONS)) {
      const lookup = await lookUp(settings, name, "TXT");
      const found = lookup.outcome === "found" ? lookup.values : [];
      waiting.push(...found.filter((value) => /^v=spf1(\s|$)/i.test(value)));
    }
  }
  return questions;
}
