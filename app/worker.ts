import * as build from "virtual:remix/server-build";
import { createRequestHandler, type ServerBuild } from "@remix-run/cloudflare";
import { createContext } from "./context.server";
import { deliverDueEmails } from "./email/deliver-due-emails.server";
import type { Bindings } from "./env.server";
import { checkDoor, isMachinePath } from "./http/origin-check";
import { secureHeaders } from "./http/security-headers";
import { openVisit } from "./http/visit.server";
import { logError } from "./log";

export { Wallet } from "./wallet/wallet.server";

const remix = createRequestHandler(build as unknown as ServerBuild, import.meta.env?.MODE);

const plain = (status: number, text: string) =>
  new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });

export default {
  async fetch(request, bindings, execution) {
    const context = createContext(bindings, inBackground(execution));
    return secureHeaders(await answer(request, context), context.settings);
  },

  /** What no request waits for: messages that did not go out at once. */
  async scheduled(_event, bindings, execution) {
    const context = createContext(bindings, inBackground(execution));
    await deliverDueEmails(context.db, context.settings);
  },
} satisfies ExportedHandler<Bindings>;

/** Nobody waits for this work, so its failure is told to the log or to nobody. */
const inBackground = (execution: ExecutionContext) => (work: Promise<unknown>) =>
  execution.waitUntil(work.catch((error) => logError("background_failed", { error })));

/** Door, then host, then Remix: a request of no site of ours never gets as far as a route. */
async function answer(request: Request, context: ReturnType<typeof createContext>): Promise<Response> {
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
  if (![...request.headers.keys()].some((name) => name.startsWith("x-forwarded-"))) return request;
  const headers = new Headers(request.headers);
  for (const name of [...headers.keys()]) if (name.startsWith("x-forwarded-")) headers.delete(name);
  return new Request(request, { headers });
}
