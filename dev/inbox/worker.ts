import { answerDomains } from "./domains";
import { answerError } from "./errors";
import { parseFaults } from "./faults";
import type { Inbox } from "./inbox";
import { inboxPage } from "./inbox-page";
import { messagePage } from "./message-page";
import { receiveEmail } from "./receive-email";

export { Inbox } from "./inbox";

interface Env {
  STATE: DurableObjectNamespace<Inbox>;
  ORIGIN: string;
}

/** Stands in for the e-mail provider: takes messages as Resend does and shows them instead of sending them. */
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const inbox = env.STATE.get(env.STATE.idFromName("inbox"));
    const url = new URL(request.url);
    const filter = { to: url.searchParams.get("to"), subject: url.searchParams.get("subject") };

    switch (`${request.method} ${url.pathname}`) {
      case "POST /emails":
        return receiveEmail(request, inbox);
      case "GET /":
        return inboxPage(await inbox.list(filter), filter.to, url.searchParams.has("refresh"));
      case "GET /api/messages":
        return Response.json((await inbox.list(filter)).map((message) => withAddress(message, env)));
      case "DELETE /api/messages":
        await inbox.clear();
        return new Response(null, { status: 204 });
      case "POST /api/faults":
        return plan(await request.json(), inbox);
    }

    if (/^\/domains(\/|$)/.test(url.pathname)) return answerDomains(request, inbox);

    const [, page, id] = /^\/(messages|api\/messages)\/([\w-]+)$/.exec(url.pathname) ?? [];
    const message = id && request.method === "GET" ? await inbox.find(id) : null;
    if (!message) return answerError("not_found", `${request.method} ${url.pathname} is not here.`);
    return page === "messages" ? messagePage(message) : Response.json(withAddress(message, env));
  },
};

async function plan(body: unknown, inbox: DurableObjectStub<Inbox>): Promise<Response> {
  const faults = parseFaults(body);
  if (!faults) return answerError("validation_error", 'Send {"fail_next": 2, "status": 503}.');
  await inbox.plan(faults);
  return Response.json(faults);
}

const withAddress = <M extends { id: string }>(message: M, env: Env) => ({
  ...message,
  url: `${env.ORIGIN}/messages/${message.id}`,
});
