/**
 * One JSON object a line, with a fixed set of fields: what is logged is chosen, so that no secret, card or e-mail
 * address gets into a log by being part of something larger.
 */
interface LogFields {
  error?: unknown;
  cause?: string;
  chore?: string;
  deliveries?: number;
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

function line(event: string, { error, path, ...fields }: LogFields): string {
  return JSON.stringify({
    event,
    ...fields,
    ...(path === undefined ? {} : { path: withoutSecret(path) }),
    ...(error === undefined ? {} : { error: describeError(error) }),
  });
}

/** The last part of a sign-in link is worth a session until it is used. */
const withoutSecret = (path: string) => path.replace(/(\/sign-in\/link\/).+/, "$1…");

/** What an error says, without the values of a query that failed. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : ` ← ${describeError(error.cause)}`;
  // drizzle repeats the values of a failed query behind this line, and e-mail addresses are among them.
  const message = error.message.split("\nparams:", 1)[0];
  return `${error.name}: ${message}${cause}`;
}
