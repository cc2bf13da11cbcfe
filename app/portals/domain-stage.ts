import type { PortalDomain } from "../../db/portal-domains.server";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../time";
import type { RecordCheck } from "./domain-records";

export type DomainStatus = PortalDomain["status"];

/** What Cloudflare says of a host that it was told of. */
export interface HostnameReport {
  id: string;
  status: "pending" | "active" | "refused";
  certificate: "pending" | "active" | "failed";
  problem: string | null;
}

const PATIENCE_MS = 14 * DAY_MS;
/** A domain that leads elsewhere once may be a resolver's mistake. */
const MISSES_UNTIL_MOVED = 3;

/** Whether the records prove that the claim is its owner's: both are there. */
export const isProved = (checks: readonly RecordCheck[]): boolean =>
  checks.length > 0 && checks.every(({ state }) => state === "found");

/** A domain that led to us and does not any more. Nobody answering is no sign of it. */
export function afterLook(
  domain: Pick<PortalDomain, "status" | "misses">,
  checks: readonly RecordCheck[],
): { status: DomainStatus; misses: number } {
  const pointing = checks.find(({ type }) => type === "CNAME")?.state;
  if (pointing === "found")
    return { status: domain.status === "moved" ? "issuing" : domain.status, misses: 0 };
  if (pointing === "unknown" || domain.status !== "active") return domain;
  const misses = domain.misses + 1;
  return { status: misses >= MISSES_UNTIL_MOVED ? "moved" : "active", misses };
}

/** Where a proved domain stands, by what Cloudflare reports. */
export function afterReport({ status, certificate, problem }: HostnameReport): {
  status: DomainStatus;
  failureReason: string | null;
} {
  if (status === "refused") {
    return { status: "failed", failureReason: problem ?? "Cloudflare does not let this domain lead to us." };
  }
  if (certificate === "failed") {
    return { status: "failed", failureReason: problem ?? "No certificate could be issued for this domain." };
  }
  if (status === "pending") return { status: "verifying", failureReason: null };
  return { status: certificate === "active" ? "active" : "issuing", failureReason: null };
}

export const isGivenUp = ({ createdAt }: Pick<PortalDomain, "createdAt">, now: number): boolean =>
  now - createdAt > PATIENCE_MS;

/** When to look again: at first often, because somebody waits; later ever more seldom; never after a failure. */
export function nextLook(status: DomainStatus, attempts: number, misses: number, now: number): number | null {
  switch (status) {
    case "failed":
      return null;
    case "active":
      return now + (misses > 0 ? 10 * MINUTE_MS : 6 * HOUR_MS);
    case "moved":
      return now + 6 * HOUR_MS;
    default:
      return now + Math.min(5 * MINUTE_MS * 2 ** Math.min(attempts, 10), 6 * HOUR_MS);
  }
}
