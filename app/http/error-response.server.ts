import { data } from "@remix-run/cloudflare";
import { Refusal, type RefusalAction, type RefusalCode, UpstreamFailure } from "../errors";
import type { Texts } from "../i18n/texts";
import { ENGLISH } from "../i18n/wording";
import { logError, logWarning } from "../log";

// A new code does not compile until it has a status here.
const STATUS: Record<RefusalCode, number> = {
  unauthorized: 401,
  not_permitted: 403,
  upgrade_required: 403,
  portal_access_denied: 403,
  preview_is_read_only: 403,
  not_found: 404,
  plan_not_found: 404,
  plan_unavailable: 409,
  last_owner: 409,
  stripe_not_connected: 409,
  stripe_onboarding_incomplete: 409,
  stripe_charges_disabled: 409,
  already_in: 409,
  purchases_unavailable: 409,
  portal_not_configured: 409,
  event_forgotten: 410,
  validation_failed: 422,
  rate_limited: 429,
  payment_setup_failed: 502,
};

export const statusOf = ({ code }: Refusal): number => STATUS[code];

/** What an error page shows. */
export interface Problem {
  code: RefusalCode | "try_again" | "internal";
  title: string;
  message: string;
  action?: RefusalAction;
}

/** Turns whatever stopped a handler into what Remix throws: a problem with its status, never a stack. */
export function stopped(error: unknown, request: Request, texts: Texts = ENGLISH.texts) {
  if (error instanceof Response || isThrownData(error)) return error;
  const { problem, ...init } = problemOf(error, request, texts);
  return data<Problem>(problem, init);
}

/** A refusal for a page to say above what it shows, with its status; what is no refusal goes on its way. */
export function refusedOnPage(error: unknown, texts: Texts) {
  if (!(error instanceof Refusal)) throw error;
  const { title, message } = error.inWords(texts);
  return data({ title, message }, { status: statusOf(error) });
}

/** The same for a machine, which reads JSON. */
export function stoppedMachine(error: unknown, request: Request): Response {
  const { problem, ...init } = problemOf(error, request, ENGLISH.texts);
  return Response.json({ error: problem }, init);
}

/** The same for a file, which has no page around it: plain sentences. */
export function stoppedFile(error: unknown, request: Request, texts: Texts): Response {
  if (error instanceof Response) return error;
  const { problem, status, headers } = problemOf(error, request, texts);
  const sent = new Headers(headers);
  sent.set("content-type", "text/plain; charset=utf-8");
  return new Response(`${problem.title}\n${problem.message}\n`, { status, headers: sent });
}

function problemOf(
  error: unknown,
  request: Request,
  texts: Texts,
): { problem: Problem; status: number; headers?: HeadersInit } {
  if (error instanceof Refusal) {
    const { retryAfter_s } = error;
    return {
      problem: error.inWords(texts),
      status: statusOf(error),
      ...(retryAfter_s ? { headers: { "retry-after": String(retryAfter_s) } } : {}),
    };
  }
  const path = new URL(request.url).pathname;
  const isAway = isDatabaseAway(error);
  if (error instanceof UpstreamFailure || isAway) {
    logWarning(isAway ? "database_away" : "upstream_failed", { path, error });
    return {
      problem: { code: "try_again", ...texts.refusals.tryAgain },
      status: 503,
      headers: { "retry-after": "5" },
    };
  }
  logError("request_failed", { path, error });
  return { problem: { code: "internal", ...texts.errors.unexpected }, status: 500 };
}

// The messages with which D1 says that it may answer in a moment.
// Source: developers.cloudflare.com/d1/observability/debug-d1, "D1_ERROR".
const PASSING =
  /Network connection lost|storage caused object to be reset|reset because its code was updated|D1 DB is overloaded|storage operation exceeded timeout/i;

function isDatabaseAway(error: unknown): boolean {
  return error instanceof Error && (PASSING.test(error.message) || isDatabaseAway(error.cause));
}

const isThrownData = (error: unknown) =>
  typeof error === "object" &&
  error !== null &&
  (error as { type?: unknown }).type === "DataWithResponseInit";
