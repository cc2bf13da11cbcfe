import { type PortalDomain, writeDomain } from "../../db/portal-domains.server";
import type { Portal } from "../../db/portals.server";
import type { Context } from "../context.server";
import { newId } from "../ids";
import { createHostname, hasCustomDomains, readHostname, retryHostname } from "./custom-hostnames.server";
import type { RecordCheck } from "./domain-records";
import { afterLook, afterReport, type DomainStatus, isGivenUp, isProved, nextLook } from "./domain-stage";
import { lookUpRecords } from "./look-up-records.server";

const TAKEN =
  "Somebody else has proved this domain first. If it is yours, remove their record and claim it again.";
const NOT_FOUND = "The records were not found for 14 days. Set them and check again.";

/** Who asked for the look-up: a member, or nobody but the clock. */
type Actor = { type: "member"; id: string } | { type: "system"; id: "cron" };

interface Standing {
  status: DomainStatus;
  misses: number;
  failureReason: string | null;
  providerId: string | null;
}

/**
 * Looks a claim up and takes it as far as it goes: proved by its records, known to Cloudflare, certified, active. Each
 * step may run twice. The host is reserved in our books before Cloudflare is told of it, so of two that prove one host
 * only one ever gets that far.
 */
export async function checkDomain(
  context: Context,
  portal: Portal,
  domain: PortalDomain,
  actor: Actor,
): Promise<void> {
  const checks = await lookUpRecords(context.settings, portal, domain);
  const isAsked = actor.type === "member";
  let standing: Standing = {
    providerId: domain.providerId,
    failureReason: null,
    ...afterLook(isAsked ? begunAnew(domain) : domain, checks),
  };
  if (standing.status === "failed") return;
  let stored = domain;
  if (standing.status === "pending") {
    standing = await prove(context, domain, standing, checks, actor);
    if (standing.status === "verifying") stored = { ...domain, status: "verifying" };
  }
  if (standing.status === "verifying" || standing.status === "issuing" || standing.status === "active") {
    standing = await askCloudflare(context, domain, standing, isAsked);
  }
  const kept = await keep(context, stored, standing, checks, actor);
  if (kept === "taken") await keep(context, stored, failed(standing, TAKEN), checks, actor);
}

/** What failed goes on from where it was when somebody asks for it. */
const begunAnew = ({ status, misses, providerId }: PortalDomain) => ({
  status: status === "failed" ? (providerId ? ("verifying" as const) : ("pending" as const)) : status,
  misses,
});

const failed = (standing: Standing, failureReason: string): Standing => ({
  ...standing,
  status: "failed",
  failureReason,
});

/** Reserves the host for whoever has set the records. */
async function prove(
  context: Context,
  domain: PortalDomain,
  standing: Standing,
  checks: RecordCheck[],
  actor: Actor,
): Promise<Standing> {
  if (!isProved(checks)) {
    const isOver = actor.type === "system" && isGivenUp(domain, context.now());
    return isOver ? failed(standing, NOT_FOUND) : standing;
  }
  const proved: Standing = { ...standing, status: "verifying" };
  const kept = await keep(context, domain, proved, checks, actor);
  return kept === "taken" ? failed(standing, TAKEN) : proved;
}

async function askCloudflare(
  { settings }: Context,
  { host, failureReason }: PortalDomain,
  standing: Standing,
  isAsked: boolean,
): Promise<Standing> {
  if (!hasCustomDomains(settings)) return standing;
  const { providerId } = standing;
  const ask = isAsked && failureReason !== null ? retryHostname : readHostname;
  const known = providerId ? await ask(settings, providerId) : await createHostname(settings, host);
  switch (known.outcome) {
    case "known":
      return { ...standing, ...afterReport(known.hostname), providerId: known.hostname.id };
    case "refused":
      return {
        ...standing,
        status: "failed",
        failureReason: `Cloudflare refused this domain: ${known.reason}`,
      };
    case "unknown":
      // Somebody removed it there: the next look tells Cloudflare of it anew.
      return { ...standing, status: "verifying", providerId: null };
    case "no_answer":
      return standing;
  }
}

function keep(
  { db, now }: Context,
  domain: PortalDomain,
  standing: Standing,
  checks: RecordCheck[],
  actor: Actor,
): Promise<"written" | "taken"> {
  const { id, portalId, partnerId } = domain;
  const [at, attempts] = [now(), domain.attempts + 1];
  const isChanged = standing.status !== domain.status;
  const audit = {
    id: newId("audit"),
    actorType: actor.type,
    actorId: actor.id,
    action: `domain.${standing.status}`,
    objectId: id,
    before: { host: domain.host, status: domain.status },
    after: { host: domain.host, ...standing },
    at,
  };
  const change = {
    ...standing,
    id,
    portalId,
    checks,
    attempts: isChanged ? 0 : attempts,
    lastCheckedAt: at,
    nextCheckAt: nextLook(standing.status, attempts, standing.misses, at),
  };
  // Whoever has the host now gets the cookies that browsers keep for it.
  const endsSessions = domain.status === "active" && standing.status !== "active";
  return writeDomain(db, partnerId, change, { audit: isChanged ? audit : null, endsSessions });
}
