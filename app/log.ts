/**
 * One JSON object a line, with a fixed set of fields: what is logged is chosen, so that no secret, card or e-mail
 * address gets into a log by being part of something larger.
 */
interface LogFields {
  error?: unknown;
  failures?: number;
  eventId?: string;
  eventType?: string;
  purchaseId?: string;
  path?: string;
  status?: number;
}

export function logWarning(event: string, fields: LogFields): void {
  console.warn(line(event, fields));
}

export function logError(event: string, fields: LogFields): void {
  console.error(line(event, fields));
}

function line(event: string, { error, ...fields }: LogFields): string {
  return JSON.stringify({ event, ...fields, ...(error === undefined ? {} : { error: describe(error) }) });
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : ` ← ${describe(error.cause)}`;
  return `${error.name}: ${error.message}${cause}`;
}
