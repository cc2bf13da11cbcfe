import type { RequestHandler } from "@remix-run/cloudflare";
import { forgetOldSignIns } from "./auth/forget-old-sign-ins.server";
import { type Bindings, type Context, createContext } from "./context.server";
import { deliverDueEmails } from "./email/deliver-due-emails.server";
import { checkDueEmailDomains } from "./email-domains/check-domain.server";
import { inLanguage } from "./http/language-headers";
import { checkDoor, isMachinePath, STRIPE_PATH } from "./http/origin-check";
import { plainAnswer } from "./http/plain-answer.server";
import { secureHeaders } from "./http/security-headers";
import { openVisit } from "./http/visit.server";
import type { Texts } from "./i18n/texts";
import { logError } from "./log";
import { checkDueDomains } from "./portals/check-due-domains.server";
import { sweepPurchases } from "./purchases/sweep-purchases.server";
import { reconcileDueAccounts } from "./reconcile/reconcile-due-accounts.server";
import { forgetOldEvents } from "./stripe/forget-old-events.server";
import { receiveEvent } from "./stripe/receive-event.server";

/** Answers one request of any site. */
export async function serve(
  request: Request,
  bindings: Bindings,
  execution: ExecutionContext,
  remix: RequestHandler,
): Promise<Response> {
  const context = createContext(bindings, inBackground(execution));
  const response = await answer(withoutIdleBody(request), context, remix);
  return secureHeaders(response, context.settings, new URL(request.url).host);
}

/** What no request waits for. */
const CHORES: Record<string, (context: Context) => Promise<void>> = {
  "sweep purchases": sweepPurchases,
  "deliver e-mails": ({ db, settings }) => deliverDueEmails(db, settings),
  "look domains up": checkDueDomains,
  "check e-mail domains": checkDueEmailDomains,
  "compare with Stripe": reconcileDueAccounts,
  "forget old events": forgetOldEvents,
  "forget old sign-ins": forgetOldSignIns,
};

/** Does the chores one after the other; none that fails stops the next. */
export async function tend(bindings: Bindings, execution: ExecutionContext): Promise<void> {
  const context = createContext(bindings, inBackground(execution));
  for (const [chore, run] of Object.entries(CHORES)) {
    await run(context).catch((error) => logError("chore_failed", { chore, error }));
  }
}

/** Nobody waits for this work, so its failure is told to the log or to nobody. */
const inBackground = (execution: ExecutionContext) => (work: Promise<unknown>) =>
  execution.waitUntil(work.catch((error) => logError("background_failed", { error })));

/**
 * Door, then Stripe, then host, then Remix: a delivery is of no site and needs no page, and a request of no site of
 * ours never gets as far as a route.
 */
async function answer(request: Request, context: Context, remix: RequestHandler): Promise<Response> {
  const refusal = checkDoor(request);
  const say = (status: number, words: (texts: Texts) => string) =>
    plainAnswer(context.settings, request, status, words);
  if (refusal) return say(refusal.status, ({ door }) => door[refusal.why]);

  try {
    const { pathname } = new URL(request.url);
    if (pathname === STRIPE_PATH) return await fromStripe(context, request);
    if (isMachinePath(pathname)) return await remix(request, { context, visit: null });
    const visit = await openVisit(context, request);
    if (!visit) return say(404, ({ refusals }) => refusals.notFound.title);
    return inLanguage(await remix(withoutForwarding(request), { context, visit }), visit);
  } catch (error) {
    logError("request_failed", { path: new URL(request.url).pathname, error });
    return say(503, ({ door }) => door.notNow);
  }
}

/** A body means nothing where a page is only read. Remix copies each request, and cannot copy a GET that has one. */
function withoutIdleBody(request: Request): Request {
  const isIdle = request.body !== null && (request.method === "GET" || request.method === "HEAD");
  return isIdle ? new Request(request.url, { method: request.method, headers: request.headers }) : request;
}

async function fromStripe(context: Context, request: Request): Promise<Response> {
  if (request.method === "POST") return receiveEvent(context, request);
  // Where a person looks whether the address is right.
  return new Response("Stripe posts its events here.", { status: 405, headers: { allow: "POST" } });
}

/** Nobody stands in front of us whose word on the host could be taken. */
function withoutForwarding(request: Request): Request {
  const forged = [...request.headers.keys()].filter((name) => name.startsWith("x-forwarded-"));
  if (forged.length === 0) return request;
  const headers = new Headers(request.headers);
  for (const name of forged) headers.delete(name);
  return new Request(request, { headers });
}
