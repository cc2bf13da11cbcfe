import * as z from "zod";
import type { Settings } from "../env.server";
import { type RecordType, valuesOf } from "./answer";

/** `no_answer`: nobody knows just now, which says nothing about the record. */
export type Lookup =
  | { outcome: "found"; values: string[] }
  | { outcome: "none" }
  | { outcome: "no_answer"; reason: string };

const Answer = z.object({
  Status: z.number().int(),
  Answer: z.array(z.object({ type: z.number().int(), data: z.string().max(8_192) })).default([]),
});

const NO_ERROR = 0;
const NO_SUCH_NAME = 3;
const TIMEOUT_MS = 5_000;

/**
 * Asks one resolver, always the same, for the records of a name. The name is a value in the question: nothing that
 * somebody typed is ever connected to. Never throws.
 */
export async function lookUp(
  { DNS_API_BASE }: Pick<Settings, "DNS_API_BASE">,
  name: string,
  type: RecordType,
): Promise<Lookup> {
  try {
    const response = await fetch(`${DNS_API_BASE}?${new URLSearchParams({ name, type })}`, {
      headers: { accept: "application/dns-json" },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) return { outcome: "no_answer", reason: `The resolver answered ${response.status}.` };

    const { Status, Answer: records } = Answer.parse(await response.json());
    if (Status === NO_SUCH_NAME) return { outcome: "none" };
    if (Status !== NO_ERROR) return { outcome: "no_answer", reason: `The name server failed (${Status}).` };
    const values = valuesOf(type, records);
    return values.length > 0 ? { outcome: "found", values } : { outcome: "none" };
  } catch {
    return { outcome: "no_answer", reason: "The resolver did not answer." };
  }
}
