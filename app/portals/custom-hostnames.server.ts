import * as z from "zod";
import type { Settings } from "../env.server";
import type { HostnameReport } from "./domain-stage";

export type HostnameResult =
  | { outcome: "known"; hostname: HostnameReport }
  | { outcome: "unknown" }
  | { outcome: "refused"; reason: string }
  /** Nobody answered; the same call may be made again. */
  | { outcome: "no_answer" };

const Problems = z.array(z.object({ code: z.number().optional(), message: z.string() })).catch([]);

const Hostname = z.object({
  id: z.string().min(1),
  hostname: z.string(),
  status: z.string().catch("pending"),
  verification_errors: z.array(z.string()).catch([]),
  ssl: z
    .object({
      status: z.string().catch("pending"),
      validation_errors: z.array(z.object({ message: z.string() })).catch([]),
    })
    .catch({ status: "initializing", validation_errors: [] }),
});

const Answer = z.object({ success: z.boolean(), errors: Problems, result: z.unknown() });

const TIMEOUT_MS = 10_000;
const DUPLICATE = 1406;

/** Whether the platform's operator has set up domains of partners. */
export const hasCustomDomains = (settings: Settings): boolean =>
  settings.CLOUDFLARE_ZONE_ID !== "" && settings.CLOUDFLARE_API_TOKEN !== "";

/**
 * Cloudflare for SaaS, the four calls that we make of it. It answers for a host under which the partner's visitors
 * reach us, with a certificate in the host's name. Source: developers.cloudflare.com/api, "Custom Hostnames".
 */
export async function createHostname(settings: Settings, host: string): Promise<HostnameResult> {
  const body = { hostname: host, ssl: { method: "http", type: "dv", settings: { min_tls_version: "1.2" } } };
  const created = await call(settings, "POST", "", body);
  // A call whose answer was lost has made it already. Only whoever has proved the host gets here.
  return created.outcome === "duplicate" ? findHostname(settings, host) : asResult(created);
}

export const readHostname = async (settings: Settings, id: string): Promise<HostnameResult> =>
  asResult(await call(settings, "GET", `/${encodeURIComponent(id)}`));

/** Has Cloudflare try again what it gave up. */
export const retryHostname = async (settings: Settings, id: string): Promise<HostnameResult> =>
  asResult(
    await call(settings, "PATCH", `/${encodeURIComponent(id)}`, { ssl: { method: "http", type: "dv" } }),
  );

export const deleteHostname = async (settings: Settings, id: string): Promise<HostnameResult> =>
  asResult(await call(settings, "DELETE", `/${encodeURIComponent(id)}`));

async function findHostname(settings: Settings, host: string): Promise<HostnameResult> {
  const listed = await call(settings, "GET", `?${new URLSearchParams({ hostname: host })}`);
  if (listed.outcome !== "answered") return asResult(listed);
  const known = z
    .array(Hostname)
    .safeParse(listed.result)
    .data?.find(({ hostname }) => hostname === host);
  return known ? { outcome: "known", hostname: reportOf(known) } : { outcome: "unknown" };
}

type Called =
  | { outcome: "answered"; result: unknown }
  | { outcome: "duplicate" }
  | Exclude<HostnameResult, { outcome: "known" }>;

/** Never throws. */
async function call(settings: Settings, method: string, path: string, body?: object): Promise<Called> {
  const { CLOUDFLARE_API_BASE, CLOUDFLARE_ZONE_ID, CLOUDFLARE_API_TOKEN } = settings;
  try {
    const response = await fetch(
      `${CLOUDFLARE_API_BASE}/zones/${CLOUDFLARE_ZONE_ID}/custom_hostnames${path}`,
      {
        method,
        headers: { authorization: `Bearer ${CLOUDFLARE_API_TOKEN}`, "content-type": "application/json" },
        ...(body ? { body: JSON.stringify(body) } : {}),
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    if (response.status === 404) return { outcome: "unknown" };
    if (response.status === 429 || response.status >= 500) return { outcome: "no_answer" };
    // An answer to DELETE is the id alone.
    const { success, errors, result } = Answer.parse({
      success: response.ok,
      ...(await response.json<object>()),
    });
    if (success) return { outcome: "answered", result };
    if (errors.some(({ code }) => code === DUPLICATE)) return { outcome: "duplicate" };
    return {
      outcome: "refused",
      reason: errors[0]?.message.slice(0, 200) ?? `Cloudflare answered ${response.status}.`,
    };
  } catch {
    return { outcome: "no_answer" };
  }
}

function asResult(called: Called): HostnameResult {
  if (called.outcome === "duplicate") return { outcome: "no_answer" };
  if (called.outcome !== "answered") return called;
  const read = Hostname.safeParse(called.result);
  return read.success ? { outcome: "known", hostname: reportOf(read.data) } : { outcome: "unknown" };
}

const REFUSED = /blocked|moved|deleted|pending_deletion/;

function reportOf({ id, status, ssl, verification_errors }: z.output<typeof Hostname>): HostnameReport {
  const problem = ssl.validation_errors[0]?.message ?? verification_errors[0] ?? null;
  return {
    id,
    status: REFUSED.test(status) ? "refused" : /^active/.test(status) ? "active" : "pending",
    certificate: certificateOf(ssl.status),
    problem: problem?.slice(0, 300) ?? null,
  };
}

function certificateOf(status: string): HostnameReport["certificate"] {
  if (status === "active") return "active";
  return /timed_out|expired|deleted|inactive/.test(status) ? "failed" : "pending";
}
