import * as z from "zod";
import type { Settings } from "../env.server";
import { UpstreamFailure } from "../errors";

const Domain = z.object({
  id: z.string(),
  status: z.string().default("not_started"),
  records: z
    .array(z.object({ record: z.string(), name: z.string(), type: z.string(), value: z.string() }))
    .default([]),
});

export type ProviderDomain = z.output<typeof Domain>;

const TIMEOUT_MS = 10_000;

/** The calls that we make of the provider about partners' own domains. Each may be made again. */

/** Null when the provider does not take the domain: somebody else has it there already. */
export async function addDomain(settings: Settings, name: string): Promise<ProviderDomain | null> {
  const response = await call(settings, "POST", "", { name });
  if (response.status >= 400 && response.status < 500 && response.status !== 429) return null;
  return read(response);
}

export const askDomain = async (settings: Settings, id: string): Promise<ProviderDomain> =>
  read(await call(settings, "GET", `/${id}`));

/** Has the provider look at DNS too; how that ends is asked later. */
export async function verifyDomain(settings: Settings, id: string): Promise<void> {
  await call(settings, "POST", `/${id}/verify`);
}

export async function forgetDomain(settings: Settings, id: string): Promise<void> {
  await call(settings, "DELETE", `/${id}`);
}

async function call(settings: Settings, method: string, path: string, body?: object): Promise<Response> {
  try {
    return await fetch(`${settings.EMAIL_API_BASE}/domains${path}`, {
      method,
      headers: { authorization: `Bearer ${settings.EMAIL_API_KEY}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new UpstreamFailure("email", "The provider of e-mail did not answer", error);
  }
}

async function read(response: Response): Promise<ProviderDomain> {
  if (!response.ok) throw new UpstreamFailure("email", `The provider of e-mail answered ${response.status}`);
  return Domain.parse(await response.json());
}
