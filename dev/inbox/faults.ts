/** How many of the next messages the provider turns away, and with which status. */
export interface Faults {
  fail_next: number;
  status: number;
}

export function parseFaults(body: unknown): Faults | null {
  if (typeof body !== "object" || body === null) return null;
  const { fail_next, status = 503 } = body as Record<string, unknown>;

  if (!isWholeNumber(fail_next) || fail_next < 0) return null;
  if (!isWholeNumber(status) || status < 400 || status > 599) return null;
  return { fail_next, status };
}

const isWholeNumber = (value: unknown): value is number => Number.isInteger(value);
