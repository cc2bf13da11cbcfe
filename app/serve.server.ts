import type { RequestHandler } from "@remix-run/cloudflare";
import { type Bindings, type Context, createContext } from "./context.server";
import { deliverDueEmails } from "./email/deliver-due-emails.server";
import { checkDoor, isMachinePath } from "./http/origin-check";
import { secureHeaders } from "./http/security-headers";
import { openVisit } from "./http/visit.server";
import { logError } from "./log";
import { sweepPurchases } from "./purchases/sweep-purchases.server";
import { reconcileDueAccounts } from "./reconcile/reconcile-due-accounts.server";

/** Answers one request of any site. */
export async function serve(
  request: Request,
  bindings: Bindings,
  execution: ExecutionContext,
  remix: RequestHandler,
): Promise<Response> {
  const context = createContext(bindings, inBackground(execution));
  return secureHeaders(await answer(request, context, remix), context.settings);
}

/** Does what no request waits for: payments that nobody told of, messages that did not go out at once. */
export async function tend(bindings: Bindings, execution: ExecutionContext): Promise<void> {
  const context = createContext(bindings, inBackground(execution));
  await sweepPurchases(context);
  await deliverDueEmails(context.db, context.settings);
  await reconcileDueAccounts(context);
}

/** Nobody waits for this work, so its failure is told to the log or to nobody. */
const inBackground = (execution: ExecutionContext) => (work: Promise<unknown>) =>
  execution.waitUntil(work.catch((error) => logError("background_failed", { error })));

/** Door, then host, then Remix: a request of no site of ours never gets as far as a route. */
async function answer(request: Request, context: Context, remix: RequestHandler): Promise<Response> {
  const refusal = checkDoor(request);
  if (refusal) return plain(refusal.status, refusal.text);

  try {
    if (isMachinePath(new URL(request.url).pathname)) return await remix(request, { context, visit: null });
    const visit = await openVisit(context, request);
    if (!visit) return plain(404, "Not found");
    return await remix(withoutForwarding(request), { context, visit });
  } catch (error) {
    logError("request_failed", { path: new URL(request.url).pathname, error });
    return plain(503, "This did not work just now. No money moved; please try again in a moment.");
  }
}

/** Nobody stands in front of us whose word on the host could be taken. */
function withoutForwarding(request: Request): Request {
  const forged = [...request.headers.keys()].filter((name) => name.startsWith("x-forwarded-"));
  if (forged.length === 0) return request;
  const headers = new Headers(request.headers);
  for (const name of forged) headers.delete(name);
  return new Request(request, { headers });
}

const plain = (status: number, text: string) =>
  new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
